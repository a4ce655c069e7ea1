import type pg from 'pg'
import { rows, run, transaction } from '../database/pool.ts'
import { raw, sql } from '../database/sql.ts'
import { foldFunction } from './fold-function.ts'
import { systemSteps } from './system-schema.ts'

/** Number of the advisory lock under which processes that start at once take turns. */
const migrationLock = 7_211_001

/** Brings the system schema up to date; safe when several processes start together. */
export const migrateSystem = async (pool: pg.Pool): Promise<void> =>
  transaction(pool, async (client) => {
    // Others that start at the same time wait here for as long as it takes.
    await run(client, raw('set local statement_timeout = 0'))
    await run(client, sql`select pg_advisory_xact_lock(${migrationLock})`)
    await run(client, raw('create schema if not exists telar'))
    await run(
      client,
      raw(
        'create table if not exists telar.step (name text primary key, at timestamptz not null default clock_timestamp())',
      ),
    )
    await run(client, foldFunction)
    const done = new Set((await rows(client, raw('select name from telar.step'))).map(([name]) => name))
    for (const step of systemSteps) {
      if (done.has(step.name)) continue
      await client.query(step.sql.parts.join(''))
      await run(client, sql`insert into telar.step (name) values (${step.name})`)
    }
  })
