import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { queryOf } from './test-audit.ts'
import { testAuth } from './test-auth.ts'

const password = 'correct horse battery'

let database: TestDatabase

beforeAll(async () => {
  database = await cloneDatabase()
})

afterAll(() => database.drop())

test('a database of an earlier version gets what is new, and its people still sign in', async () => {
  const first = testAuth(database.connectionString)
  await first.auth.start()
  await first.auth.users.create({ name: 'Ana', email: 'ana@example.com', password })
  const cookie = await first.signIn('ana@example.com', password)
  await first.auth.close()
  await queryOf(
    database.connectionString,
    `alter table telar."user" drop column language, drop column "twoFactorEnabled";
     alter table telar.session drop column "lastUsedAt";
     update telar."user" set "emailVerified" = false;
     drop table telar."twoFactor";
     delete from telar.auth_schema`,
  )
  const second = testAuth(database.connectionString)
  await second.auth.start()
  expect((await second.call('/api/whoami', { cookie })).body).toMatchObject({ email: 'ana@example.com' })
  expect(await second.signIn('ana@example.com', password)).not.toBe('')
  const enabled = await second.call('/api/auth/two-factor/enable', { body: { password }, cookie })
  expect(enabled).toMatchObject({ status: 200, body: { totpURI: expect.any(String) } })
  const [user] = await queryOf(database.connectionString, 'select "emailVerified" from telar."user"')
  expect(user).toEqual({ emailVerified: true })
  await second.auth.close()
})
