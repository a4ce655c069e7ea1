import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { testAuth, type CallOptions, type TestAuth } from './test-auth.ts'

const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }

let database: TestDatabase
let server: TestAuth
let cookie: string

beforeAll(async () => {
  database = await cloneDatabase()
  server = testAuth(database.connectionString)
  await server.auth.start(ana)
  cookie = await server.signIn(ana.email, ana.password)
})

afterAll(async () => {
  await server.auth.close()
  await database.drop()
})

const deep = (levels: number): string => '{"email":'.repeat(levels) + '1' + '}'.repeat(levels)

const texts = [
  '',
  'null',
  '[]',
  '7',
  '"text"',
  '{',
  '{}',
  '{"__proto__":{"isAdmin":true},"constructor":1}',
  deep(20),
  deep(6000),
  '['.repeat(60_000),
  JSON.stringify({ email: 'x'.repeat(100_000) }),
  '{"email":"a\\u0000@example.com","password":"\\u0000","name":"\\u0000","token":"\\u0000"}',
  '{"email":"a\u0000@example.com"}',
]

const values: readonly unknown[] = [
  null,
  0,
  1e308,
  true,
  [],
  {},
  '',
  ' ',
  '😀'.repeat(40),
  '\ud800',
  "'; drop table user; --",
  '%00',
  ['a'],
  { $ne: null },
]

const good = {
  ...ana,
  token: 'token',
  currentPassword: 'wrong',
  newPassword: 'a new password',
}

const fields: Readonly<Record<string, readonly string[]>> = {
  '/api/setup': ['token', 'name', 'email', 'password'],
  '/api/auth/sign-in/email': ['email', 'password', 'rememberMe', 'callbackURL'],
  '/api/auth/change-password': ['currentPassword', 'newPassword', 'revokeOtherSessions'],
  '/api/auth/api-key/create': [
    'name',
    'expiresIn',
    'prefix',
    'metadata',
    'permissions',
    'configId',
    'remaining',
    'userId',
    'rateLimitMax',
    'organizationId',
    'refillAmount',
  ],
  '/api/auth/api-key/update': [
    'keyId',
    'name',
    'enabled',
    'expiresIn',
    'metadata',
    'permissions',
    'configId',
    'userId',
  ],
  '/api/auth/api-key/delete': ['keyId', 'configId'],
}

const paths = Object.keys(fields)

// Each call from another address, so that the throttle hides nothing.
let calls = 0
const send = (path: string, options: CallOptions) => {
  calls++
  return server.call(path, {
    method: 'POST',
    cookie,
    address: `10.${calls >> 16}.${(calls >> 8) & 255}.${calls & 255}`,
    ...options,
  })
}

const expectNoFault = ({ status, text }: { status: number; text: string }, sent: string): void => {
  expect.soft(status < 500, `${sent} answered ${status}: ${text}`).toBe(true)
}

test.each(paths)('%s refuses bodies that are no object of ours', async (path) => {
  for (const text of texts) {
    const answer = await send(path, { text })
    expectNoFault(answer, text.slice(0, 60))
    const plain = await send(path, { text, headers: { 'content-type': 'text/plain' } })
    expectNoFault(plain, text.slice(0, 60))
  }
  expect(server.log.filter((line) => line.startsWith('unexpected'))).toEqual([])
})

test.each(paths)('%s refuses or ignores values of a wrong kind in any field', async (path) => {
  for (const field of fields[path] ?? []) {
    for (const value of values) {
      const body = { ...good, [field]: value }
      expectNoFault(await send(path, { body }), `${field}: ${JSON.stringify(value)}`)
    }
  }
  expect(server.log.filter((line) => line.startsWith('unexpected'))).toEqual([])
})

test.each([
  '/api/auth/get-session?disableRefresh=%00',
  '/api/auth/get-session?disableCookieCache[]=1&x=%F0%28',
  '/api/auth/api-key/list?limit=-1',
  '/api/auth/api-key/list?limit=abc&offset=99999999999999999999',
  '/api/auth/api-key/list?offset=1e400',
  '/api/auth/api-key/list?sortBy=nonsense',
  '/api/auth/api-key/list?sortBy=key&sortDirection=sideways',
  "/api/auth/api-key/list?sortBy=';drop table telar.user--",
  '/api/auth/api-key/list?organizationId=x&configId=y',
  '/api/auth/api-key/list?limit=1&limit=2',
])('the query of %s is refused or ignored', async (path) => {
  const answer = await send(path, { method: 'GET' })
  expectNoFault(answer, path)
  expect(server.log.filter((line) => line.startsWith('unexpected'))).toEqual([])
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'GET'])(
  'the method %s is refused where it does not belong',
  async (method) => {
    const answer = await send('/api/auth/sign-in/email', { method })
    expect(answer.status).toBe(404)
  },
)

test.each([
  '/api/auth/',
  '/api/auth/../setup',
  '/api/auth/sign-in/email/',
  '/api/auth//sign-in/email',
  '/api/auth/SIGN-IN/email',
  '/api/auth/%73ign-out/x',
])('the path %s is nothing', async (path) => {
  expect((await send(path, { body: good })).status).toBeGreaterThanOrEqual(400)
})

test('after all this nobody was added and the person can still sign in', async () => {
  expect(await server.signIn(ana.email, ana.password)).not.toBe('')
})
