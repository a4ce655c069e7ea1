import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { rows, run, transaction } from '../database/pool.ts'
import { sql } from '../database/sql.ts'

/** How often something may fail before the next try has to wait, and how the wait grows. */
export interface TryRule {
  /** Failures that cost no wait. */
  readonly free: number
  /** The wait doubles with every failure after that, from one second up to this many. */
  readonly longest: number
  /** Failures are forgotten after this many seconds without another. */
  readonly memory: number
}

export interface TryKey {
  /** What is counted, such as `account ana@example.com`; only a hash of it is kept. */
  readonly name: string
  readonly rule: TryRule
}

export type Permit = { readonly isAllowed: true } | { readonly isAllowed: false; readonly seconds: number }

/** Counts failures of anybody on any node; a try counts as failed until it is said to be good. */
export interface Tries {
  /** Takes one try of every key, or of none. */
  readonly take: (keys: readonly TryKey[]) => Promise<Permit>
  /** Whether this is the first time within so many seconds, on any node. */
  readonly isFirst: (name: string, seconds: number) => Promise<boolean>
  /** The last try was good: what is said to be `cleared` starts anew, what is `returned` gets the one try back. */
  readonly succeeded: (keys: {
    readonly cleared: readonly TryKey[]
    readonly returned: readonly TryKey[]
  }) => Promise<void>
}

interface TriesOptions {
  readonly pool: pg.Pool
  readonly secret: string
  readonly now: () => number
}

const sweepEvery = 3_600_000
const longestMemory = '2 days'

/** Tries live in PostgreSQL, so that every node counts the same. */
export const createTries = ({ pool, secret, now }: TriesOptions): Tries => {
  let sweptAt = 0

  const sweep = async (): Promise<void> => {
    if (now() - sweptAt < sweepEvery) return
    sweptAt = now()
    await run(
      pool,
      sql`delete from telar.sign_in_try where at < ${moment(now())}::timestamptz - ${longestMemory}::interval`,
    )
  }

  const keyOf = ({ name }: Pick<TryKey, 'name'>): string =>
    createHmac('sha256', secret).update(`try ${name}`).digest('base64url')

  return {
    take: async (keys) => {
      await sweep()
      try {
        await transaction(pool, async (client) => {
          for (const key of keys) {
            const [taken] = await rows(client, takeOne(keyOf(key), key.rule, moment(now())))
            if (taken !== undefined) continue
            const [until] = await rows(
              client,
              sql`select ceil(extract(epoch from free_at - ${moment(now())}::timestamptz))::int
                  from telar.sign_in_try where key = ${keyOf(key)}`,
            )
            throw new Refused(Math.max(1, Number(until?.[0] ?? 1)))
          }
        })
      } catch (error) {
        if (error instanceof Refused) return { isAllowed: false, seconds: error.seconds }
        throw error
      }
      return { isAllowed: true }
    },
    isFirst: async (name, seconds) => {
      await sweep()
      const at = moment(now())
      const taken = await run(
        pool,
        sql`insert into telar.sign_in_try as known (key, failures, free_at, at)
            values (${keyOf({ name })}, 1, ${at}::timestamptz + make_interval(secs => ${seconds}), ${at}::timestamptz)
            on conflict (key) do update set free_at = excluded.free_at, at = excluded.at
            where known.free_at <= excluded.at`,
      )
      return taken > 0
    },
    succeeded: async ({ cleared, returned }) => {
      await run(pool, sql`delete from telar.sign_in_try where key = any(${cleared.map(keyOf)})`)
      await run(
        pool,
        sql`update telar.sign_in_try set failures = greatest(failures - 1, 0), free_at = at
            where key = any(${returned.map(keyOf)})`,
      )
    },
  }
}

/** Rolls back what the keys before it had taken. */
class Refused extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('too many tries')
    this.seconds = seconds
  }
}

const moment = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** One statement, so that tries at the same moment count one after the other; no row comes back while it has to wait. */
const takeOne = (key: string, { free, longest, memory }: TryRule, at: string) => sql`
  insert into telar.sign_in_try as known (key, failures, free_at, at)
  values (${key}, 1, ${at}::timestamptz, ${at}::timestamptz)
  on conflict (key) do update set
    failures = case when known.at < excluded.at - make_interval(secs => ${memory}) then 1 else known.failures + 1 end,
    free_at = excluded.at + case
      when known.at < excluded.at - make_interval(secs => ${memory}) or known.failures + 1 < ${free} then interval '0'
      else make_interval(secs => least(${longest}, power(2, least(known.failures + 1 - ${free}, 30)))) end,
    at = excluded.at
  where known.failures < ${free} or known.free_at <= excluded.at
  returning 1`
