import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Doer } from '../audit/append-audit.ts'
import { records, rows, run } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'

export type LinkKind = 'invitation' | 'reset'

export interface AccessLink {
  readonly userId: string
  readonly expiresAt: string
}

/** Links that let somebody in once; only the hash of their token is kept, so that nobody who reads the database has them. */
export interface AccessLinks {
  /** Makes a link; one of the same kind that the person had before is worth nothing any more. */
  readonly make: (kind: LinkKind, link: { userId: string; seconds: number; by: Doer }) => Promise<MadeLink>
  /** Whose link it is, or a refusal. */
  readonly find: (kind: LinkKind, token: string) => Promise<AccessLink>
  /** Uses the link up for a piece of work; when that fails it can be used again. */
  readonly spend: <Result>(kind: LinkKind, token: string, work: (userId: string) => Promise<Result>) => Promise<Result>
  /** Takes the link of a person away; false if there was none. */
  readonly drop: (kind: LinkKind, userId: string) => Promise<boolean>
}

export interface MadeLink {
  readonly token: string
  readonly expiresAt: string
}

interface LinkOptions {
  readonly pool: pg.Pool
  readonly now: () => number
}

export const createAccessLinks = ({ pool, now }: LinkOptions): AccessLinks => {
  const at = (): string => new Date(now()).toISOString()

  const find: AccessLinks['find'] = async (kind, token) => {
    const [found] = await records(
      pool,
      sql`select user_id, expires_at from telar.access_link
          where hash = ${hashOf(token)} and kind = ${kind} and expires_at > ${at()}::timestamptz`,
    )
    if (found === undefined) throw new TelarError('LINK_INVALID')
    return { userId: String(found['user_id']), expiresAt: timeOf(found['expires_at']) }
  }

  return {
    find,
    make: async (kind, { userId, seconds, by }) => {
      const token = randomBytes(32).toString('base64url')
      const expiresAt = new Date(now() + seconds * 1000).toISOString()
      await run(
        pool,
        sql`insert into telar.access_link (hash, kind, user_id, made_by, expires_at)
            values (${hashOf(token)}, ${kind}, ${userId}, ${by.actor ?? null}::uuid, ${expiresAt}::timestamptz)
            on conflict (user_id, kind) do update set hash = excluded.hash, made_by = excluded.made_by,
              made_at = clock_timestamp(), expires_at = excluded.expires_at`,
      )
      return { token, expiresAt }
    },
    spend: async (kind, token, work) => {
      const { userId } = await find(kind, token)
      // Of two who send it at the same moment one gets through.
      const [taken] = await rows(
        pool,
        sql`delete from telar.access_link where hash = ${hashOf(token)} and kind = ${kind}
            returning made_by, made_at, expires_at`,
      )
      if (taken === undefined) throw new TelarError('LINK_INVALID')
      try {
        return await work(userId)
      } catch (error) {
        await run(
          pool,
          sql`insert into telar.access_link (hash, kind, user_id, made_by, made_at, expires_at)
              values (${hashOf(token)}, ${kind}, ${userId}, ${taken[0]}, ${taken[1]}, ${taken[2]}) on conflict do nothing`,
        )
        throw error
      }
    },
    drop: async (kind, userId) =>
      (await run(pool, sql`delete from telar.access_link where kind = ${kind} and user_id = ${userId}`)) > 0,
  }
}

/** The pool of the sign-in reads times as dates. */
export const timeOf = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : new Date(String(value)).toISOString()

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
