import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../packages/runtime/src/database/embedded.ts'
import { runStatement, siblingOf, templateDatabase } from './template-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A connection with every right, from which test files clone their own database. */
    readonly adminDatabase: string
  }
}

// One cluster a run, though several test projects ask for it.
const shared = 'TEST_DATABASE_URL'

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env[shared]
  if (running !== undefined) {
    project.provide('adminDatabase', running)
    return undefined
  }
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'telar-test-'))
  fs.chmodSync(dataDir, 0o711)
  const { connectionString, stop } = await startEmbedded({ dataDir, isDurable: false })
  await makeTemplate(connectionString)
  process.env[shared] = connectionString
  project.provide('adminDatabase', connectionString)
  return async () => {
    await stop()
    const { cluster }: { cluster: string } = JSON.parse(fs.readFileSync(path.join(dataDir, 'postgres.json'), 'utf8'))
    for (const folder of [path.resolve(dataDir, cluster), dataDir]) fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(connectionString: string): Promise<void> {
  await runStatement(connectionString, `create database ${templateDatabase}`)
  await runStatement(
    siblingOf(connectionString, templateDatabase),
    'create extension pg_trgm; create extension unaccent',
  )
}
