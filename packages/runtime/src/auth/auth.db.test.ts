import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { origin, otherOrigin, testAuth, type TestAuth } from './test-auth.ts'

const ana = { name: 'Ana Ruiz', email: 'ana@example.com', password: 'correct horse battery' }

let database: TestDatabase
let server: TestAuth

beforeAll(async () => {
  database = await cloneDatabase()
  server = testAuth(database.connectionString)
  await server.auth.start()
  await server.auth.users.create(ana, 'admin')
})

afterAll(async () => {
  await server.auth.close()
  await database.drop()
})

const whoIs = async (cookie: string) => (await server.call('/api/whoami', { cookie })).body

test('the right password signs in, and the cookie says who sends a request', async () => {
  const answer = await server.call('/api/auth/sign-in/email', {
    body: { email: 'ANA@example.com', password: ana.password },
  })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.getSetCookie().join('\n')
  expect(cookie).toMatch(/^telar\.session_token=/)
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).not.toMatch(/Secure/)
  expect(await whoIs(await server.signIn(ana.email, ana.password))).toEqual({
    userId: expect.stringMatching(/^[0-9a-f-]{14}7/),
    name: ana.name,
    email: ana.email,
    isAdministrator: true,
  })
})

test('a cookie of an https server is Secure', async () => {
  const secure = testAuth(database.connectionString, { baseUrl: 'https://crm.example.com' })
  const answer = await secure.call('/api/auth/sign-in/email', { body: { email: ana.email, password: ana.password } })
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-telar\.session_token=.*Secure/)
  const [cookie = ''] = answer.headers.getSetCookie()
  expect((await secure.call('/api/whoami', { cookie: cookie.split(';')[0] ?? '' })).body).toMatchObject({
    name: ana.name,
  })
  await secure.auth.close()
})

test('a wrong password, an unknown address and a password-less body are refused alike in form', async () => {
  const wrong = await server.call('/api/auth/sign-in/email', { body: { email: ana.email, password: 'wrong' } })
  const unknown = await server.call('/api/auth/sign-in/email', {
    body: { email: 'nobody@example.com', password: 'wrong' },
  })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(wrong.text).toBe(unknown.text)
  expect(wrong.body).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' })
  const half = await server.call('/api/auth/sign-in/email', { body: { email: ana.email } })
  expect(half.status).toBe(400)
  expect(half.body).toMatchObject({ code: 'BAD_PARAMETER' })
})

test('twenty tries a minute from one address are the limit, whatever the caller says about its address', async () => {
  const attempt = (n: number) =>
    server.call('/api/auth/sign-in/email', {
      body: { email: `stranger${n}@example.com`, password: 'wrong' },
      address: '10.9.9.9',
      headers: { 'x-forwarded-for': `10.1.1.${n}`, 'x-telar-client': `10.1.1.${n}` },
    })
  const answers = []
  for (let n = 0; n < 22; n++) answers.push(await attempt(n))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(20)
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
  expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  server.wait(61_000)
  expect((await attempt(1)).status).toBe(401)
})

test.each([
  ['/api/auth/sign-up/email', { name: 'Eve', email: 'eve@example.com', password: 'long enough password' }],
  ['/api/auth/admin/create-user', { name: 'Eve', email: 'eve@example.com', password: 'long enough password' }],
  ['/api/auth/admin/impersonate-user', { userId: 'x' }],
  ['/api/auth/update-user', { name: 'Eve' }],
  ['/api/auth/delete-user', {}],
  ['/api/auth/api-key/verify', { key: 'x' }],
])('%s is not reachable, signed in or not', async (path, body) => {
  const cookie = await server.signIn(ana.email, ana.password)
  expect((await server.call(path, { body })).status).toBe(404)
  expect((await server.call(path, { body, cookie })).status).toBe(404)
})

test('signing out ends the session at once', async () => {
  const cookie = await server.signIn(ana.email, ana.password)
  expect(await whoIs(cookie)).toMatchObject({ name: ana.name })
  expect((await server.call('/api/auth/sign-out', { method: 'POST', cookie })).status).toBe(200)
  expect(await whoIs(cookie)).toBeNull()
})

test('a session ended on another node is refused after five seconds at the latest', async () => {
  const other = testAuth(database.connectionString)
  const cookie = await server.signIn(ana.email, ana.password)
  expect(await whoIs(cookie)).toMatchObject({ name: ana.name })
  await other.call('/api/auth/sign-out', { method: 'POST', cookie })
  server.wait(5001)
  expect(await whoIs(cookie)).toBeNull()
  await other.auth.close()
})

test('a new password ends every other session and keeps the one that changed it', async () => {
  await server.auth.users.create({ ...ana, email: 'bea@example.com' })
  const [old, current] = [
    await server.signIn('bea@example.com', ana.password),
    await server.signIn('bea@example.com', ana.password),
  ]
  await Promise.all([old, current].map(whoIs))
  const body = { currentPassword: ana.password, newPassword: 'another long password' }
  const wrong = await server.call('/api/auth/change-password', {
    body: { ...body, currentPassword: 'no' },
    cookie: current,
  })
  expect(wrong).toMatchObject({
    status: 422,
    body: { issues: [{ pointer: '/currentPassword', code: 'PASSWORD_WRONG' }] },
  })
  const short = await server.call('/api/auth/change-password', {
    body: { ...body, newPassword: 'short' },
    cookie: current,
  })
  expect(short).toMatchObject({
    status: 422,
    body: { issues: [{ pointer: '/newPassword', code: 'minLength' }] },
  })
  const changed = await server.call('/api/auth/change-password', { body, cookie: current })
  expect(changed.status).toBe(200)
  expect(await Promise.all([old, current].map(whoIs))).toEqual([null, null])
  const [renewed = ''] = changed.headers.getSetCookie()
  expect(await whoIs(renewed.split(';')[0] ?? '')).toMatchObject({ email: 'bea@example.com' })
})

test('a password set by the operator ends every session; the old one is worth nothing', async () => {
  await server.auth.users.create({ ...ana, email: 'carla@example.com' })
  const cookie = await server.signIn('carla@example.com', ana.password)
  expect(await whoIs(cookie)).toMatchObject({ email: 'carla@example.com' })
  await server.auth.users.setPassword('carla@example.com', 'given by the operator')
  expect(await whoIs(cookie)).toBeNull()
  await expect(server.signIn('carla@example.com', ana.password)).rejects.toThrow('401')
  expect(await server.signIn('carla@example.com', 'given by the operator')).not.toBe('')
  await expect(server.auth.users.setPassword('nobody@example.com', 'given by the operator')).rejects.toMatchObject({
    code: 'INVALID',
  })
})

test('who is blocked is out at once, with session and key, and may come back', async () => {
  const userId = await server.auth.users.create({ ...ana, email: 'dora@example.com' })
  const cookie = await server.signIn('dora@example.com', ana.password)
  const { api } = await server.auth.engine()
  const { key } = await api.createApiKey({ body: { userId, name: 'import' } })
  const withKey = () => server.call('/api/whoami', { headers: { authorization: `Bearer ${key}` } })
  expect(await whoIs(cookie)).toMatchObject({ userId })
  expect((await withKey()).body).toMatchObject({ userId })
  await server.auth.users.setBlocked('dora@example.com', true)
  expect(await whoIs(cookie)).toBeNull()
  expect((await withKey()).body).toBeNull()
  const refused = await server.call('/api/auth/sign-in/email', {
    body: { email: 'dora@example.com', password: ana.password },
  })
  expect(refused).toMatchObject({ status: 403, body: { code: 'SIGN_IN_BLOCKED' } })
  await server.auth.users.setBlocked('dora@example.com', false)
  expect((await withKey()).body).toMatchObject({ userId })
})

test('an API key acts as its owner, is shown once, and is worth nothing once deleted', async () => {
  const cookie = await server.signIn(ana.email, ana.password)
  const made = await server.call('/api/auth/api-key/create', { body: { name: 'nightly import' }, cookie })
  expect(made.body).toMatchObject({ key: expect.any(String), id: expect.any(String) })
  const { key, id }: { key: string; id: string } = JSON.parse(made.text)
  expect(key).toMatch(/^telar_[A-Za-z]{64}$/)
  const withKey = async (used: string) =>
    (
      await server.call('/api/whoami', {
        method: 'POST',
        headers: { authorization: `Bearer ${used}`, origin: 'https://evil.example' },
      })
    ).body
  expect(await withKey(key)).toMatchObject({ email: ana.email })
  expect(await withKey(`${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`)).toBeNull()
  const list = await server.call('/api/auth/api-key/list', { cookie })
  expect(list.text).toContain('nightly import')
  expect(list.text).not.toContain(key)
  expect((await server.call('/api/auth/api-key/delete', { body: { keyId: id }, cookie })).status).toBe(200)
  expect(await withKey(key)).toBeNull()
})

test('a wrong key beside a good cookie is nobody: the cookie counts for nothing then', async () => {
  const cookie = await server.signIn(ana.email, ana.password)
  const answer = await server.call('/api/whoami', { cookie, headers: { authorization: 'Bearer nonsense' } })
  expect(answer.body).toBeNull()
})

test.each([
  ['a forged signature', (cookie: string) => `${cookie.slice(0, -6)}AAAA%3D`],
  ['no signature', (cookie: string) => cookie.split('.').slice(0, 2).join('.')],
  ['nonsense', () => 'telar.session_token=%E0%A4%A'],
  ['an empty value', () => 'telar.session_token='],
  ['a megabyte', () => `telar.session_token=${'x'.repeat(1_000_000)}`],
])('a cookie with %s is nobody', async (_, change) => {
  const cookie = change(await server.signIn(ana.email, ana.password))
  expect(await server.call('/api/whoami', { cookie })).toMatchObject({ status: 200, body: null })
})

test('other sites may not sign in, out or change with a cookie; the second name of this one may', async () => {
  const cookie = await server.signIn(ana.email, ana.password)
  const signOut = (headers: Record<string, string>) =>
    server.call('/api/auth/sign-out', { method: 'POST', cookie, headers })
  expect(await signOut({ origin: 'https://evil.example' })).toMatchObject({ status: 403, body: { code: 'CSRF' } })
  expect(await signOut({ origin: 'null' })).toMatchObject({ status: 403, body: { code: 'CSRF' } })
  expect(await whoIs(cookie)).toMatchObject({ name: ana.name })
  const signIn = await server.call('/api/auth/sign-in/email', {
    body: { email: ana.email, password: ana.password },
    headers: { origin: 'https://evil.example' },
    address: '10.0.0.78',
  })
  expect(signIn.status).toBe(403)
  expect((await signOut({ origin: otherOrigin })).status).toBe(200)
})

test('no answer and no line of the log carries a password, a token or a hash', async () => {
  const texts: string[] = []
  const say = async (...given: Parameters<TestAuth['call']>) => {
    const [path, options] = given
    const answer = await server.call(path, { address: '10.0.0.77', ...options })
    texts.push(answer.text)
    return answer
  }
  const signedIn = await say('/api/auth/sign-in/email', { body: { email: ana.email, password: ana.password } })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
  await say('/api/auth/get-session', { cookie })
  await say('/api/auth/sign-in/email', { body: { email: ana.email, password: 'a wrong secret' } })
  await say('/api/auth/change-password', { body: { currentPassword: 'a wrong secret', newPassword: 'short' }, cookie })
  const all = [...texts, ...server.log].join('\n')
  expect(token).toHaveLength(32)
  for (const secret of [ana.password, 'a wrong secret', token, '"token"', 'scrypt']) expect(all).not.toContain(secret)
  expect(server.log.filter((line) => line.startsWith('unexpected'))).toEqual([])
})

test('every answer carries the security headers', async () => {
  const { headers } = await server.call('/api/auth/get-session')
  expect(headers.get('content-security-policy')).toContain("default-src 'self'; script-src 'self';")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(new URL(origin).protocol).toBe('http:')
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('who is remembered costs no statement: it works without any connection', async () => {
  const short = testAuth(database.connectionString)
  const cookie = await short.signIn(ana.email, ana.password)
  await short.call('/api/whoami', { cookie })
  await short.auth.close()
  expect((await short.call('/api/whoami', { cookie })).body).toMatchObject({ name: ana.name })
})

test('without a database nobody is called a stranger: the error goes on to whoever answers 503', async () => {
  const lost = testAuth('postgres://nobody:x@127.0.0.1:1/none')
  const proofs = [
    { cookie: await server.signIn(ana.email, ana.password) },
    { authorization: `Bearer telar_${'x'.repeat(64)}` },
  ]
  for (const proof of proofs) {
    await expect(lost.auth.signIns.resolve(new Headers(proof))).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  }
  for (const path of ['/api/auth/sign-in/email', '/api/setup']) {
    const answer = await lost.call(path, { body: { ...ana, token: 'x' } })
    expect(answer.status).toBe(500)
  }
  expect(lost.log.filter((line) => line.startsWith('unexpected'))).toEqual([
    expect.stringContaining('ECONNREFUSED'),
    expect.stringContaining('ECONNREFUSED'),
  ])
  await lost.auth.close()
})
