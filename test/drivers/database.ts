import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
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
    drop: () => runStatement(admin, `drop database if exists ${name} with (force)`),
  }
}
