import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { auditOf, queryOf } from './test-audit.ts'
import { cookieIn, testAuth, type TestAuth } from './test-auth.ts'
import { clientId, clientSecret, startOidcProvider, type TestOidcProvider } from './test-oidc-provider.ts'

const password = 'correct horse battery'

let database: TestDatabase
let provider: TestOidcProvider
let server: TestAuth

beforeAll(async () => {
  database = await cloneDatabase()
  provider = await startOidcProvider()
  const oidc = { issuer: provider.issuer, clientId, clientSecret, name: 'Acme' }
  server = testAuth(database.connectionString, { oidc })
  await server.auth.start()
})

afterAll(async () => {
  await server.auth.close()
  await provider.close()
  await database.drop()
})

let visitors = 0
const nextAddress = () => `10.50.${visitors >> 8}.${visitors++ & 255}`

const cookiesIn = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Leaves for the provider and comes back with what it says. */
const visit = async (returnTo?: unknown, on: TestAuth = server) => {
  const started = await on.call('/api/auth/sign-in/oidc', { body: { returnTo }, address: nextAddress() })
  expect(started.status).toBe(200)
  const { url }: { url: string } = JSON.parse(started.text)
  const sent = await fetch(url, { redirect: 'manual' })
  const back = new URL(sent.headers.get('location') ?? '')
  return { url: new URL(url), cookie: cookiesIn(started.headers), back }
}

const arrive = (back: URL, cookie: string, on: TestAuth = server) =>
  on.call(`${back.pathname}${back.search}`, { cookie, address: nextAddress() })

const enter = async (returnTo?: unknown) => {
  const { back, cookie } = await visit(returnTo)
  const answer = await arrive(back, cookie)
  return { location: answer.headers.get('location'), cookie: cookieIn(answer.headers), status: answer.status }
}

const signInPage = 'http://127.0.0.1:4400/sign-in'
const whoIs = async (cookie: string) => (await server.call('/api/whoami', { cookie })).body

test('who was invited comes in with a confirmed address, and the invitation is used up', async () => {
  const { userId } = await server.auth.invitations.invite(
    { name: 'Alba', email: 'alba@example.com', language: 'es' },
    {},
  )
  provider.be({ sub: 'alba-1', email: 'Alba@example.com', email_verified: true, name: 'Alba at Acme' })
  const { location, cookie, status } = await enter('/account/7?tab=notes')
  expect([status, location]).toEqual([302, 'http://127.0.0.1:4400/account/7?tab=notes'])
  expect(await whoIs(cookie)).toMatchObject({ userId, name: 'Alba', email: 'alba@example.com' })
  expect((await server.call('/api/auth/security', { cookie })).body).toMatchObject({ hasPassword: false, oidc: true })
  expect(await server.auth.invitations.list()).toEqual([])
})

test('the way there is protected: state, nonce, PKCE, and the secret in its header', async () => {
  const { url } = await visit()
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: 'http://127.0.0.1:4400/api/auth/callback/oidc',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{32}$/),
    nonce: expect.stringMatching(/^[\w-]{32}$/),
  })
  provider.be({ sub: 'nobody', email: 'nobody@example.com', email_verified: true })
  await enter()
  const [request] = provider.tokenRequests.slice(-1)
  expect(request?.authorization).toMatch(/^Basic /)
  expect(request?.body.get('code_verifier')).toMatch(/^[\w-]{128}$/)
  expect(request?.body.has('client_secret')).toBe(false)
})

test('once known, the person is known by the provider’s own name for them', async () => {
  const id = await server.auth.users.create({ name: 'Bruno', email: 'bruno@example.com', password })
  provider.be({ sub: 'bruno-1', email: 'bruno@example.com', email_verified: true })
  await enter()
  provider.be({ sub: 'bruno-1', email: 'other@example.com', email_verified: true })
  const { cookie, location } = await enter()
  expect(location).toBe('http://127.0.0.1:4400/')
  expect(await whoIs(cookie)).toMatchObject({ userId: id, email: 'bruno@example.com' })
})

test('some providers tell the address only when asked', async () => {
  const id = await server.auth.users.create({ name: 'Celia', email: 'celia@example.com', password })
  provider.be({ sub: 'celia-1', email: 'celia@example.com', email_verified: true })
  provider.spoil({ isThin: true })
  expect(await whoIs((await enter()).cookie)).toMatchObject({ userId: id })
})

test('nobody is made by signing in', async () => {
  provider.be({ sub: 'stranger', email: 'stranger@example.com', email_verified: true })
  const before = (await server.auth.users.list()).length
  expect(await enter()).toEqual({ status: 302, cookie: '', location: `${signInPage}?problem=OIDC_UNKNOWN_PERSON` })
  expect(await server.auth.users.list()).toHaveLength(before)
})

test('an address that the provider does not confirm opens nobody’s account', async () => {
  await server.auth.users.create({ name: 'David', email: 'david@example.com', password })
  for (const about of [{ email: 'david@example.com', email_verified: false }, { email: 'david@example.com' }, {}]) {
    provider.be({ sub: 'david-1', ...about })
    expect(await enter()).toMatchObject({ cookie: '', location: `${signInPage}?problem=OIDC_EMAIL_UNVERIFIED` })
  }
})

test('who is shut out stays out', async () => {
  await server.auth.users.create({ name: 'Erik', email: 'erik@example.com', password })
  provider.be({ sub: 'erik-1', email: 'erik@example.com', email_verified: true })
  expect(await whoIs((await enter()).cookie)).toMatchObject({ name: 'Erik' })
  await server.auth.users.setBlocked('erik@example.com', true)
  expect(await enter()).toMatchObject({ cookie: '', location: `${signInPage}?problem=SIGN_IN_BLOCKED` })
})

const past = Math.floor(Date.now() / 1000) - 3600

test.each([
  ['signed by somebody else', { isForged: true }],
  ['not signed at all', { isUnsigned: true }],
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['for another client', { claims: { aud: 'somebody-else' } }],
  ['of another sign-in', { claims: { nonce: 'another' } }],
  ['that has ended', { claims: { exp: past } }],
  ['about nobody', { claims: { sub: '' } }],
])('a token %s opens nothing', async (_, spoiled) => {
  provider.be({ sub: 'alba-1', email: 'alba@example.com', email_verified: true })
  provider.spoil(spoiled)
  expect(await enter()).toMatchObject({ cookie: '', location: `${signInPage}?problem=OIDC_FAILED` })
})

test('coming back works once, in the browser that left, with what it was given', async () => {
  provider.be({ sub: 'alba-1', email: 'alba@example.com', email_verified: true })
  const failed = { status: 302 }
  const { back, cookie } = await visit()
  const elsewhere = await visit()
  for (const [address, carried] of [
    [back, ''],
    [back, elsewhere.cookie],
    [new URL(back.href.replace(/state=[^&]*/, 'state=x')), cookie],
    [new URL(`${back.origin}${back.pathname}`), cookie],
    [new URL(`${back.origin}${back.pathname}?error=access_denied&state=${back.searchParams.get('state')}`), cookie],
    [new URL(`${back.origin}${back.pathname}?code=x&code=y&state=%00&iss=%F0`), cookie],
  ] as const) {
    const answer = await arrive(address, carried)
    expect(answer).toMatchObject(failed)
    expect(answer.headers.get('location')).toBe(`${signInPage}?problem=OIDC_FAILED`)
    expect(cookieIn(answer.headers)).toBe('')
  }
  const { back: good, cookie: own } = await visit()
  expect(cookieIn((await arrive(good, own)).headers)).not.toBe('')
  expect(cookieIn((await arrive(good, own)).headers)).toBe('')
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', 7, { a: 1 }, '/\n'])(
  'nobody is sent to %j afterwards',
  async (returnTo) => {
    provider.be({ sub: 'alba-1', email: 'alba@example.com', email_verified: true })
    expect((await enter(returnTo)).location).toBe('http://127.0.0.1:4400/')
  },
)

test('the sign-in page learns the name of the provider', async () => {
  expect((await server.call('/api/auth/methods')).body).toEqual({ password: true, oidc: { name: 'Acme' }, mail: false })
})

test('other doors of better-auth to providers stay shut', async () => {
  for (const path of ['/sign-in/social', '/link-social', '/unlink-account', '/get-access-token', '/sign-in/oauth2']) {
    expect((await server.call(`/api/auth${path}`, { body: { provider: 'oidc' }, address: nextAddress() })).status).toBe(
      404,
    )
  }
  expect((await server.call('/api/auth/callback/other?code=x')).status).toBe(404)
  expect((await server.call('/api/auth/callback/oidc', { body: {} })).status).toBe(404)
})

test('a provider that is away costs nothing but its own button', async () => {
  const lost = testAuth(database.connectionString, {
    oidc: { issuer: 'http://127.0.0.1:1', clientId, clientSecret: undefined, name: 'Gone' },
  })
  await lost.auth.start()
  expect(await lost.call('/api/auth/sign-in/oidc', { body: {} })).toMatchObject({
    status: 503,
    body: { code: 'OIDC_UNAVAILABLE' },
  })
  expect(await lost.signIn('bruno@example.com', password)).not.toBe('')
  await lost.auth.close()
  const none = testAuth(database.connectionString)
  expect((await none.call('/api/auth/sign-in/oidc', { body: {} })).status).toBe(404)
  await none.auth.close()
})

test('behind a proxy with a path of its own, the way back has that path', async () => {
  const far = testAuth(database.connectionString, {
    baseUrl: 'https://crm.example.com/telar',
    oidc: { issuer: provider.issuer, clientId, clientSecret, name: 'Acme' },
  })
  provider.be({ sub: 'alba-1', email: 'alba@example.com', email_verified: true })
  const started = await far.call('/api/auth/sign-in/oidc', { body: { returnTo: '/x' }, address: nextAddress() })
  const { url }: { url: string } = JSON.parse(started.text)
  expect(new URL(url).searchParams.get('redirect_uri')).toBe('https://crm.example.com/telar/api/auth/callback/oidc')
  await far.auth.close()
})

test('the provider’s tokens are not kept, and the audit tells who came and who did not', async () => {
  const accounts = await queryOf(database.connectionString, `select * from telar.account where "providerId" = 'oidc'`)
  expect(accounts.length).toBeGreaterThan(0)
  expect(accounts[0]).toMatchObject({ accessToken: null, refreshToken: null, idToken: null })
  const lines = await auditOf(database.connectionString)
  const ways = lines.map(({ act, detail }) => [act, detail['way'], detail['reason']].filter(Boolean).join(' '))
  expect(ways).toContain('sign-in oidc')
  expect(ways).toContain('sign-in-failed oidc OIDC_UNKNOWN_PERSON')
  expect(ways).toContain('sign-in-failed oidc SIGN_IN_BLOCKED')
  expect(JSON.stringify(lines)).not.toContain('stranger')
  expect(server.log.join('\n')).not.toMatch(/an access token|eyJ|a secret of the client/)
  expect(server.log.filter((line) => line.startsWith('unexpected'))).toEqual([])
})
