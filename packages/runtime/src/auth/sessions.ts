import type pg from 'pg'
import { records, run } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { timeOf } from './access-links.ts'
import { deviceOf } from './device-of.ts'

/** One sign-in on one device; its token is nobody's business. */
export interface SessionView {
  readonly id: string
  readonly isCurrent: boolean
  /** `Firefox`; null where the browser does not say. */
  readonly browser: string | null
  /** `Windows`. */
  readonly system: string | null
  readonly address: string | null
  readonly createdAt: string
  readonly lastUsedAt: string
  readonly expiresAt: string
}

export interface Sessions {
  readonly list: (userId: string, currentId: string) => Promise<readonly SessionView[]>
  /** False if the person has no such session. */
  readonly end: (userId: string, id: string) => Promise<boolean>
  /** Ends every session of a person and forgets the devices that need no second factor. */
  readonly endAll: (userId: string) => Promise<number>
  /** Notes that a session is in use; to the nearest few minutes. */
  readonly touch: (session: { readonly id: string; readonly lastUsedAt?: Date | null | undefined }) => Promise<void>
}

interface SessionsOptions {
  readonly pool: pg.Pool
  readonly now: () => number
  readonly onChange: (userId: string) => void
}

const touchEvery = 300_000

export const createSessions = ({ pool, now, onChange }: SessionsOptions): Sessions => ({
  list: async (userId, currentId) => {
    const found = await records(
      pool,
      sql`select id, "userAgent", "ipAddress", "createdAt", coalesce("lastUsedAt", "createdAt") as used, "expiresAt"
          from telar.session where "userId" = ${userId} and "expiresAt" > ${new Date(now()).toISOString()}::timestamptz
          order by coalesce("lastUsedAt", "createdAt") desc, id limit 200`,
    )
    return found.map((row) => ({
      id: String(row['id']),
      isCurrent: row['id'] === currentId,
      ...deviceOf(textOf(row['userAgent'])),
      address: textOf(row['ipAddress']) || null,
      createdAt: timeOf(row['createdAt']),
      lastUsedAt: timeOf(row['used']),
      expiresAt: timeOf(row['expiresAt']),
    }))
  },
  end: async (userId, id) => {
    const ended = await run(pool, sql`delete from telar.session where "userId" = ${userId} and id = ${id}`)
    onChange(userId)
    return ended > 0
  },
  endAll: async (userId) => {
    const ended = await run(pool, sql`delete from telar.session where "userId" = ${userId}`)
    await run(
      pool,
      sql`delete from telar.verification where value = ${userId} and (identifier like 'trust-device-%' or identifier like '2fa-%')`,
    )
    onChange(userId)
    return ended
  },
  touch: async ({ id, lastUsedAt }) => {
    if (lastUsedAt && now() - lastUsedAt.getTime() < touchEvery) return
    await run(
      pool,
      sql`update telar.session set "lastUsedAt" = ${new Date(now()).toISOString()}::timestamptz where id = ${id}`,
    )
  },
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
