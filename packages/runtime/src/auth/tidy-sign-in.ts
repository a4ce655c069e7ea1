import type pg from 'pg'
import { run } from '../database/pool.ts'
import { sql } from '../database/sql.ts'

/** Who did what is kept; from which address and with which browser only this long: they are personal data. */
const originDays = 365

/** An invitation that nobody took can be renewed for so long after its end. */
const linkDays = 90

/** Forgets what has ended or is too old to be kept. */
export const tidySignIn = async (pool: pg.Pool, now: number): Promise<void> => {
  const before = (days: number): string => new Date(now - days * 86_400_000).toISOString()
  await run(pool, sql`delete from telar.session where "expiresAt" < ${before(0)}::timestamptz`)
  await run(pool, sql`delete from telar.verification where "expiresAt" < ${before(0)}::timestamptz`)
  await run(pool, sql`delete from telar.access_link where expires_at < ${before(linkDays)}::timestamptz`)
  await run(
    pool,
    sql`update telar.audit set address = null, user_agent = null
        where at < ${before(originDays)}::timestamptz and (address is not null or user_agent is not null)`,
  )
}
