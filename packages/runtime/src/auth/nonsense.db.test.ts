import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { createMailer } from '../mail/mailer.ts'
import { testAuth, type CallOptions, type TestAuth } from './test-auth.ts'

const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' }

let database: TestDatabase
let server: TestAuth
let cookie: string

beforeAll(async () => {
  database = await cloneDatabase()
  server = testAuth(database.connectionString, {
    // Nobody listens there: a mail or a sign-in that got so far would be said in the log.
    mailer: createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'telar@example.com' }),
    oidc: { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: undefined, name: 'Nobody' },
  })
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
  code: '123456',
  keyId: 'x',
  returnTo: '/',
}

const fields: Readonly<Record<string, readonly string[]>> = {
  '/api/setup': ['token', 'name', 'email', 'password'],
  '/api/auth/sign-in/email': ['email', 'password', 'rememberMe', 'callbackURL'],
  '/api/auth/sign-in/oidc': ['returnTo'],
  '/api/auth/change-password': ['currentPassword', 'newPassword', 'revokeOtherSessions'],
  '/api/auth/request-password-reset': ['email', 'redirectTo'],
  '/api/auth/reset-password': ['token', 'password'],
  '/api/auth/accept-invitation': ['token', 'name', 'password'],
  '/api/auth/two-factor/enable': ['password', 'method', 'issuer'],
  '/api/auth/two-factor/disable': ['password'],
  '/api/auth/two-factor/generate-backup-codes': ['password'],
  '/api/auth/two-factor/verify-totp': ['code', 'trustDevice'],
  '/api/auth/two-factor/verify-backup-code': ['code', 'trustDevice', 'disableSession'],
  '/api/auth/api-key/create': [
    'name',
    'expiresIn',
    'roles',
    'prefix',
    'metadata',
    'permissions',
    'userId',
    'remaining',
  ],
  '/api/auth/api-key/delete': ['keyId', 'configId'],
  '/api/auth/profile': ['name', 'language', 'email', 'role'],
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
  expect.soft(status < 500 || status === 503, `${sent} answered ${status}: ${text}`).toBe(true)
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
  '/api/auth/api-key/list?limit=abc&offset=99999999999999999999',
  "/api/auth/api-key/list?sortBy=';drop table telar.user--",
  '/api/auth/sessions?id=%00',
  '/api/auth/security?userId=x',
  '/api/auth/methods?x=%F0%28',
  '/api/auth/invitation',
  '/api/auth/invitation?token=',
  '/api/auth/invitation?token=%00',
  '/api/auth/invitation?token[]=x&token=y',
  `/api/auth/invitation?token=${'x'.repeat(10_000)}`,
  "/api/auth/reset-password?token=';drop table telar.user--",
  '/api/auth/reset-password?token=%F0%28',
  '/api/auth/callback/oidc',
  '/api/auth/callback/oidc?state=%00&code=%00',
  '/api/auth/callback/oidc?code=x&state=x&iss=x&error=%F0',
  `/api/auth/callback/oidc?state=${'x'.repeat(10_000)}`,
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

test.each(['x', '%00', '..', "';--", '00000000-0000-7000-8000-000000000000', '%F0%28'])(
  'the session %s is nobody’s',
  async (id) => {
    const answer = await send(`/api/auth/sessions/${id}`, { method: 'DELETE' })
    expectNoFault(answer, id)
    expect(answer.status).toBeGreaterThanOrEqual(400)
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
