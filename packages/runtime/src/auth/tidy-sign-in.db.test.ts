import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { auditOf, queryOf } from './test-audit.ts'
import { testAuth, type TestAuth } from './test-auth.ts'

const day = 86_400_000

let database: TestDatabase
let server: TestAuth

beforeAll(async () => {
  database = await cloneDatabase()
  server = testAuth(database.connectionString)
  await server.auth.start()
})

afterAll(async () => {
  await server.auth.close()
  await database.drop()
})

const count = async (table: string): Promise<number> => {
  const [row] = await queryOf<{ count: string }>(database.connectionString, `select count(*) from telar.${table}`)
  return Number(row?.count)
}

test('what has ended goes; what was done stays, without from where once a year is over', async () => {
  const password = 'correct horse battery'
  await server.auth.users.create({ name: 'Ana', email: 'ana@example.com', password })
  await server.signIn('ana@example.com', password)
  await server.auth.invitations.invite({ name: 'Eva', email: 'eva@example.com', language: 'en' }, {})
  await server.auth.tidy()
  expect([await count('session'), await count('access_link')]).toEqual([1, 1])
  server.wait(8 * day)
  await server.auth.tidy()
  expect([await count('session'), await count('access_link')]).toEqual([0, 1])
  const signIn = async () => (await auditOf(database.connectionString)).find(({ act }) => act === 'sign-in')
  expect((await signIn())?.address).toBe('10.7.0.0')
  server.wait(360 * day)
  await server.auth.tidy()
  expect(await count('access_link')).toBe(0)
  expect(await signIn()).toMatchObject({ address: null, user_agent: null, detail: { way: 'password' } })
})
