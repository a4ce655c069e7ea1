import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { auditOf } from './test-audit.ts'
import { cookieIn, testAuth, type TestAuth } from './test-auth.ts'

const password = 'correct horse battery'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'

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

const person = async (name: string) => {
  const email = `${name}@example.com`
  return { id: await server.auth.users.create({ name, email, password }), email }
}

const enter = async (email: string, userAgent: string, address: string) => {
  const body = { email, password }
  const answer = await server.call('/api/auth/sign-in/email', { body, address, headers: { 'user-agent': userAgent } })
  return cookieIn(answer.headers)
}

const whoIs = async (cookie: string) => (await server.call('/api/whoami', { cookie })).body

interface Listed {
  readonly id: string
  readonly isCurrent: boolean
  readonly lastUsedAt: string
}

const sessionsOf = async (cookie: string): Promise<readonly Listed[]> => {
  const { text } = await server.call('/api/auth/sessions', { cookie })
  const { sessions }: { sessions: Listed[] } = JSON.parse(text)
  return sessions
}

test('everybody sees their own devices, with where and when, and never a token', async () => {
  const { email } = await person('alma')
  const [desk, phone] = [await enter(email, firefox, '10.1.0.1'), await enter(email, safari, '10.1.0.2')]
  const answer = await server.call('/api/auth/sessions', { cookie: desk })
  const { sessions }: { sessions: unknown[] } = JSON.parse(answer.text)
  expect(sessions).toHaveLength(2)
  expect(sessions).toContainEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    isCurrent: true,
    browser: 'Firefox',
    system: 'Windows',
    address: '10.1.0.1',
    createdAt: expect.stringMatching(/Z$/),
    lastUsedAt: expect.stringMatching(/Z$/),
    expiresAt: expect.stringMatching(/Z$/),
  })
  expect(sessions).toContainEqual(expect.objectContaining({ browser: 'Safari', system: 'iPhone', isCurrent: false }))
  for (const cookie of [desk, phone]) {
    expect(answer.text).not.toContain(decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0])
  }
  expect((await server.call('/api/auth/sessions')).status).toBe(401)
})

test('a session that is used says so', async () => {
  const { email } = await person('bruna')
  const cookie = await enter(email, firefox, '10.1.1.1')
  await whoIs(cookie)
  const [before] = await sessionsOf(cookie)
  server.wait(600_000)
  await whoIs(cookie)
  const [after] = await sessionsOf(cookie)
  expect(Date.parse(after?.lastUsedAt ?? '') - Date.parse(before?.lastUsedAt ?? '')).toBeGreaterThanOrEqual(600_000)
})

test('one device is signed out from another, at once', async () => {
  const { email } = await person('carla')
  const [desk, phone] = [await enter(email, firefox, '10.1.2.1'), await enter(email, safari, '10.1.2.2')]
  expect(await whoIs(phone)).toMatchObject({ email })
  const other = (await sessionsOf(desk)).find(({ isCurrent }) => !isCurrent)
  const end = (cookie: string, headers: Record<string, string> = {}) =>
    server.call(`/api/auth/sessions/${other?.id}`, { method: 'DELETE', cookie, headers })
  expect(await end(desk, { origin: 'https://evil.example' })).toMatchObject({ status: 403, body: { code: 'CSRF' } })
  const { email: strange } = await person('stranger')
  expect((await end(await enter(strange, firefox, '10.1.2.3'))).status).toBe(404)
  expect(await whoIs(phone)).toMatchObject({ email })
  expect((await end(desk)).status).toBe(204)
  expect(await whoIs(phone)).toBeNull()
  expect((await end(desk)).status).toBe(404)
  expect(await whoIs(desk)).toMatchObject({ email })
})

test('signing out of all others, and everywhere', async () => {
  const { email } = await person('dina')
  const cookies = [1, 2, 3].map((n) => enter(email, firefox, `10.1.3.${n}`))
  const [one = '', two = '', three = ''] = await Promise.all(cookies)
  await Promise.all([one, two, three].map(whoIs))
  const sayTo = (path: string, cookie: string) =>
    server.call(`/api/auth/${path}`, { method: 'POST', cookie, address: '10.1.3.9' })
  expect((await sayTo('revoke-other-sessions', one)).status).toBe(200)
  expect(await Promise.all([one, two, three].map(whoIs))).toMatchObject([{ email }, null, null])
  expect((await sayTo('revoke-sessions', one)).status).toBe(200)
  expect(await whoIs(one)).toBeNull()
})

test('a program without a browser says x-telar; without it a cookie alone changes nothing', async () => {
  const { email } = await person('eva')
  const cookie = await enter(email, firefox, '10.1.4.1')
  const request = (headers: Record<string, string>) =>
    server.call('/api/auth/sign-out', { method: 'POST', cookie, headers, isBare: true })
  expect(await request({})).toMatchObject({ status: 403, body: { code: 'CSRF' } })
  expect(await request({ 'x-telar': '1', 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 })
  expect(await request({ 'x-telar': '1', origin: 'https://evil.example' })).toMatchObject({ status: 403 })
  expect(await whoIs(cookie)).toMatchObject({ email })
  expect((await request({ 'x-telar': '1' })).status).toBe(200)
  expect(await whoIs(cookie)).toBeNull()
})

test('people change their own name and language, and nothing else of themselves', async () => {
  const { id, email } = await person('esther')
  const cookie = await enter(email, firefox, '10.1.8.1')
  await whoIs(cookie)
  const change = (body: object, given = cookie) => server.call('/api/auth/profile', { body, cookie: given })
  expect(await change({ name: ' Esther Sanz ', language: 'es', email: 'x@example.com', role: 'admin' })).toMatchObject({
    status: 200,
    body: { user: { id, name: 'Esther Sanz', email, language: 'es' } },
  })
  expect(await whoIs(cookie)).toMatchObject({ name: 'Esther Sanz', email, isAdministrator: false })
  expect(await change({ language: null })).toMatchObject({ body: { user: { name: 'Esther Sanz', language: null } } })
  for (const [body, pointer] of [
    [{ name: '' }, '/name'],
    [{ name: 7 }, '/name'],
    [{ language: 'xx' }, '/language'],
  ] as const) {
    expect(await change(body)).toMatchObject({ status: 422, body: { issues: [{ pointer }] } })
  }
  expect((await change({ name: 'X' }, '')).status).toBe(401)
})

test('whoever loses their rights loses their sessions', async () => {
  const { id, email } = await person('fina')
  const cookie = await enter(email, firefox, '10.1.5.1')
  expect(await whoIs(cookie)).toMatchObject({ email })
  await server.auth.endSessions(id, { address: '10.9.9.9' })
  expect(await whoIs(cookie)).toBeNull()
})

test('the audit tells from where, and what was ended', async () => {
  const { id, email } = await person('gina')
  const cookie = await enter(email, firefox, '10.1.6.1')
  await server.call('/api/auth/sign-in/email', { body: { email, password: 'a wrong one' }, address: '10.1.6.7' })
  await server.call('/api/auth/sign-out', { method: 'POST', cookie, address: '10.1.6.1' })
  await server.auth.endSessions(id, {})
  const lines = (await auditOf(database.connectionString)).filter(
    ({ actor, detail }) => actor === id || detail['user'] === id,
  )
  expect(lines.map(({ act, address }) => [act, address])).toEqual([
    ['user-made', null],
    ['sign-in', '10.1.6.1'],
    ['sign-in-failed', '10.1.6.7'],
    ['sign-out', '10.1.6.1'],
    ['sessions-ended', null],
  ])
  expect(lines[1]).toMatchObject({ user_agent: firefox, detail: { way: 'password' } })
  expect(lines[2]).toMatchObject({ actor: null, detail: { user: id, reason: 'INVALID_EMAIL_OR_PASSWORD' } })
})

test('of a failed sign-in as nobody only a keyed hash of the address is kept', async () => {
  const tries = ['my-secret-password@typed.example', 'MY-secret-password@typed.example', 'other@typed.example']
  for (const email of tries) {
    await server.call('/api/auth/sign-in/email', { body: { email, password: 'whatever it is' }, address: '10.1.7.1' })
  }
  const lines = (await auditOf(database.connectionString)).filter(({ address }) => address === '10.1.7.1')
  const hashes = lines.map(({ detail }) => detail['emailHash'])
  expect(hashes).toEqual([
    expect.stringMatching(/^[0-9a-f]{16}$/),
    hashes[0],
    expect.not.stringMatching(String(hashes[0])),
  ])
  expect(JSON.stringify(lines)).not.toMatch(/typed|whatever/)
})
