import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { rolesOfKey } from './api-keys.ts'
import { auditOf, queryOf } from './test-audit.ts'
import { testAuth, type TestAuth } from './test-auth.ts'

const password = 'correct horse battery'

let database: TestDatabase
let server: TestAuth
let cookie: string
let userId: string

beforeAll(async () => {
  database = await cloneDatabase()
  server = testAuth(database.connectionString)
  await server.auth.start()
  userId = await server.auth.users.create({ name: 'Ana', email: 'ana@example.com', password })
  cookie = await server.signIn('ana@example.com', password)
})

afterAll(async () => {
  await server.auth.close()
  await database.drop()
})

interface Made {
  readonly id: string
  readonly key: string
}

const make = (body: object, given = cookie) => server.call('/api/auth/api-key/create', { body, cookie: given })

const made = async (body: object): Promise<Made> => JSON.parse((await make(body)).text)

const whoIs = async (key: string) =>
  (await server.call('/api/whoami', { headers: { authorization: `Bearer ${key}` } })).body

test('a key may be limited to some of its owner’s roles, and says so', async () => {
  const answer = await make({ name: 'nightly import', roles: ['sales', 'service'], expiresIn: 86_400 * 30 })
  expect(answer).toMatchObject({
    status: 201,
    body: {
      name: 'nightly import',
      start: expect.stringMatching(/^telar_/),
      roles: ['sales', 'service'],
      expiresAt: expect.stringMatching(/Z$/),
      lastUsedAt: null,
    },
  })
  const { key }: Made = JSON.parse(answer.text)
  expect(await whoIs(key)).toMatchObject({ userId, keyRoles: ['sales', 'service'] })
  expect(await whoIs((await made({ name: 'none at all', roles: [] })).key)).toMatchObject({ keyRoles: [] })
  expect(await whoIs((await made({ name: 'everything' })).key)).not.toHaveProperty('keyRoles')
})

test('the list tells when a key was used, and never the key', async () => {
  const { id, key } = await made({ name: 'reports' })
  await whoIs(key)
  const answer = await server.call('/api/auth/api-key/list', { cookie })
  const { keys }: { keys: { id: string; lastUsedAt: string | null }[] } = JSON.parse(answer.text)
  expect(keys.find((one) => one.id === id)?.lastUsedAt).toMatch(/Z$/)
  expect(answer.text).not.toContain(key)
})

test('a key ends when it says', async () => {
  const { key, id } = await made({ name: 'short', expiresIn: 86_400 })
  expect(await whoIs(key)).toMatchObject({ userId })
  await queryOf(
    database.connectionString,
    `update telar.apikey set "expiresAt" = now() - interval '1 s' where id = '${id}'`,
  )
  server.auth.signIns.forget(userId)
  expect(await whoIs(key)).toBeNull()
  expect((await server.call('/api/auth/api-key/list', { cookie })).text).not.toContain(id)
})

test('a key is taken back by its owner only, and is worth nothing from then on', async () => {
  const { key, id } = await made({ name: 'to be removed' })
  expect(await whoIs(key)).toMatchObject({ userId })
  await server.auth.users.create({ name: 'Eva', email: 'eva@example.com', password })
  const strange = await server.signIn('eva@example.com', password)
  const remove = (given: string) => server.call('/api/auth/api-key/delete', { body: { keyId: id }, cookie: given })
  expect((await remove(strange)).status).toBe(404)
  expect(await whoIs(key)).toMatchObject({ userId })
  expect((await remove(cookie)).status).toBe(200)
  expect(await whoIs(key)).toBeNull()
  expect((await remove(cookie)).status).toBe(404)
})

test('a key makes no keys and changes no account', async () => {
  const { key } = await made({ name: 'program' })
  const headers = { authorization: `Bearer ${key}` }
  for (const [path, body] of [
    ['api-key/create', { name: 'another' }],
    ['api-key/list', undefined],
    ['sessions', undefined],
    ['security', undefined],
    ['change-password', { currentPassword: password, newPassword: 'another long password' }],
    ['two-factor/enable', { password }],
  ] as const) {
    expect((await server.call(`/api/auth/${path}`, { body, headers })).status).toBe(401)
  }
})

test.each([
  [{}, '/name'],
  [{ name: '' }, '/name'],
  [{ name: ' ' }, '/name'],
  [{ name: 'x'.repeat(101) }, '/name'],
  [{ name: 'x', expiresIn: 'tomorrow' }, '/expiresIn'],
  [{ name: 'x', expiresIn: 60 }, '/expiresIn'],
  [{ name: 'x', expiresIn: 1e12 }, '/expiresIn'],
  [{ name: 'x', expiresIn: 86_400.5 }, '/expiresIn'],
  [{ name: 'x', roles: 'sales' }, '/roles'],
  [{ name: 'x', roles: [''] }, '/roles/0'],
  [{ name: 'x', roles: ['a', 7] }, '/roles/1'],
  [{ name: 'x', roles: Array.from({ length: 51 }, () => 'a') }, '/roles'],
])('%j makes no key', async (body, pointer) => {
  expect(await make(body)).toMatchObject({ status: 422, body: { issues: [{ pointer }] } })
})

test('roles that cannot be read give no role', () => {
  expect(rolesOfKey(null)).toBeUndefined()
  expect(rolesOfKey({})).toBeUndefined()
  expect(rolesOfKey('{"roles":["a"]}')).toEqual(['a'])
  expect(rolesOfKey({ roles: 'all' })).toEqual([])
  expect(rolesOfKey('nonsense')).toEqual([])
})

test('the audit tells of keys made and removed, without the key', async () => {
  const { id, key } = await made({ name: 'audited', roles: ['sales'] })
  await server.call('/api/auth/api-key/delete', { body: { keyId: id }, cookie })
  const lines = await auditOf(database.connectionString)
  expect(lines.filter(({ detail }) => detail['key'] === id)).toMatchObject([
    { act: 'api-key-made', actor: userId, detail: { name: 'audited', roles: ['sales'] } },
    { act: 'api-key-removed', actor: userId },
  ])
  expect(JSON.stringify(lines)).not.toContain(key)
  expect(server.log.filter((line) => line.startsWith('unexpected'))).toEqual([])
})
