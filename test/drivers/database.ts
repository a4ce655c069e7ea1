import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import type {} from './database-setup.ts'
import { runStatement, siblingOf, templateDatabase } from './template-database.ts'

export interface TestDatabase {
  readonly connectionString: string
  readonly drop: () => Promise<void>
}

/**
 * A fresh database for one test file, a clone of the template:
 * `const database = await cloneDatabase()`, then `afterAll(database.drop)`.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = inject('adminDatabase')
  await runStatement(admin, `create database ${name} template ${templateDatabase}`)
  return {
    connectionString: siblingOf(admin, name),
    drop: async () => {
      await runStatement(admin, untilLeft(name))
      await runStatement(admin, `drop database if exists ${name} with (force)`)
    },
  }
}

/** A pool says that it has ended before the server has noticed; cut off meanwhile, its connections would throw. */
const untilLeft = (name: string): string => `
  do $$ begin
    for attempt in 1..200 loop
      exit when not exists (select from pg_stat_activity where datname = '${name}');
      perform pg_sleep(0.01);
      perform pg_stat_clear_snapshot();
    end loop;
  end $$`
