import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDrift } from '../../packages/runtime/src/storage/drift.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ definition: 'templates/sales' })
})

afterAll(async () => {
  await app.stop()
})

const drift = (): Promise<readonly string[]> => {
  const { snapshots } = app.runtime.services
  const snapshot = snapshots.current('main')
  if (snapshot === undefined) throw new Error('nothing is published')
  return findDrift({
    connectionString: app.connectionString,
    schema: snapshot.workspace.schema,
    model: snapshot.model,
  })
}

it('finds that tables and definition agree after a publish', async () => {
  expect(await drift()).toEqual([])
})

it('names a column that somebody took away, one of another type, and a table that is gone', async () => {
  const { pool, snapshots } = app.runtime.services
  const modules = snapshots.current('main')?.model.modules
  const [account, contact, note] = ['account', 'contact', 'note'].map((name) => modules?.get(name))
  const phone = account?.fields.get('phone')?.column ?? ''
  const title = contact?.fields.get('jobTitle')?.column ?? ''
  await pool.query(`alter table ws_main.${account?.table} drop column ${phone}`)
  await pool.query(`alter table ws_main.${contact?.table} alter column ${title} type integer using null`)
  await pool.query(`drop table ws_main.${note?.table} cascade`)
  const found = (await drift()).join('\n')
  expect(found).toContain(phone)
  expect(found).toContain(title)
  expect(found).toContain(note?.table)
})
