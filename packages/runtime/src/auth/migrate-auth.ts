import { createHash } from 'node:crypto'
import type { BetterAuthOptions } from 'better-auth'
import { getSchema } from 'better-auth/db'
import { getMigrations } from 'better-auth/db/migration'
import type pg from 'pg'
import { rows, run, transaction } from '../database/pool.ts'
import { raw, sql } from '../database/sql.ts'

/** Number of the advisory lock under which processes that start at once take turns. */
const migrationLock = 7_211_002

/** What sign-in keeps beside better-auth's own tables. */
const ownTables = `
  create schema if not exists telar;
  create table if not exists telar.auth_schema (
    fingerprint text primary key,
    at timestamptz not null default clock_timestamp()
  );
  create table if not exists telar.setup_token (
    hash text primary key,
    at timestamptz not null default clock_timestamp()
  );
`

/**
 * Brings better-auth's tables up to date in one transaction; safe when several processes start together.
 * Its own comparison reads every column of the database, so it runs only when what it wants has changed.
 */
export const migrateAuth = async (pool: pg.Pool, options: BetterAuthOptions): Promise<void> => {
  const fingerprint = fingerprintOf(options)
  if (await isMigrated(pool, fingerprint)) return
  await transaction(pool, async (client) => {
    await run(client, sql`select pg_advisory_xact_lock(${migrationLock})`)
    await client.query(ownTables)
    const [known] = await rows(client, sql`select 1 from telar.auth_schema where fingerprint = ${fingerprint}`)
    if (known !== undefined) return
    // The plan reads over another connection; nobody else changes these tables while we hold the lock.
    const plan = await getMigrations(options)
    const changes = [plan.toBeCreated, plan.toBeAdded, plan.toBeAddedIndexes].flat().length
    if (changes > 0) await client.query(await plan.compileMigrations())
    await run(client, sql`insert into telar.auth_schema (fingerprint) values (${fingerprint})`)
  })
}

const isMigrated = async (pool: pg.Pool, fingerprint: string): Promise<boolean> => {
  const [there] = await rows(pool, raw("select 1 where to_regclass('telar.auth_schema') is not null"))
  if (there === undefined) return false
  const found = await rows(pool, sql`select 1 from telar.auth_schema where fingerprint = ${fingerprint}`)
  return found.length > 0
}

const fingerprintOf = (options: BetterAuthOptions): string =>
  createHash('sha256')
    .update(
      JSON.stringify(getSchema(options), (_, value: unknown) => (typeof value === 'function' ? 'function' : value)),
    )
    .digest('hex')
