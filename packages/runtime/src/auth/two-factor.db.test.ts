import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { auditOf, queryOf } from './test-audit.ts'
import { cookieIn, testAuth, type Answer, type TestAuth } from './test-auth.ts'

const password = 'correct horse battery'

let database: TestDatabase
let server: TestAuth
let visitors = 0
/** What the server's own clock is ahead of the one that codes are made by. */
let ahead = 0

beforeAll(async () => {
  database = await cloneDatabase()
  server = testAuth(database.connectionString, { now: () => Date.now() + ahead })
  await server.auth.start()
})

afterAll(async () => {
  await server.auth.close()
  await database.drop()
})

interface Enrolled {
  readonly email: string
  readonly userId: string
  readonly cookie: string
  readonly secret: string
  readonly codes: readonly string[]
}

const post = (path: string, body: unknown, cookie = ''): Promise<Answer> =>
  server.call(`/api/auth${path}`, { body, cookie, address: `10.20.${visitors >> 8}.${visitors++ & 255}` })

const person = async (name: string) => {
  const email = `${name}@example.com`
  const userId = await server.auth.users.create({ name, email, password })
  return { email, userId, cookie: await server.signIn(email, password) }
}

/** Somebody whose second factor is on. */
const enrolled = async (name: string): Promise<Enrolled> => {
  const { email, userId, cookie } = await person(name)
  const enabled = await post('/two-factor/enable', { password }, cookie)
  const { totpURI, backupCodes }: { totpURI: string; backupCodes: string[] } = JSON.parse(enabled.text)
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  const verified = await post('/two-factor/verify-totp', { code: codeOf(secret) }, cookie)
  expect(verified.status).toBe(200)
  // The next code is another one, or the same after it may be used again.
  ahead += 91_000
  return { email, userId, cookie: cookieIn(verified.headers), secret, codes: backupCodes }
}

/** RFC 6238, as an authenticator does it. */
const codeOf = (secret: string, shift = 0): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(secret, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + shift))
  const digest = createHmac('sha1', bytes).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

const challenge = async (email: string, device = ''): Promise<Answer> =>
  post('/sign-in/email', { email, password }, device)

const cookiesIn = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const whoIs = async (cookie: string) => (await server.call('/api/whoami', { cookie })).body

test('the second factor is on only after its first code; until then the password is enough', async () => {
  const { email, cookie } = await person('adele')
  const enabled = await post('/two-factor/enable', { password }, cookie)
  expect(enabled.body).toMatchObject({
    totpURI: expect.stringMatching(/^otpauth:\/\/totp\/Telar/),
    backupCodes: expect.any(Array),
  })
  const { backupCodes }: { backupCodes: string[] } = JSON.parse(enabled.text)
  expect(new Set(backupCodes).size).toBe(10)
  expect((await challenge(email)).body).toMatchObject({ user: { email } })
  expect(await post('/two-factor/verify-totp', { code: '000000' }, cookie)).toMatchObject({
    status: 422,
    body: { issues: [{ pointer: '/code', code: 'CODE_WRONG' }] },
  })
})

test('then the password opens nothing until the code is right', async () => {
  const { email, userId, secret } = await enrolled('boris')
  const first = await challenge(email)
  expect(first).toMatchObject({ status: 200, body: { twoFactorRedirect: true, twoFactorMethods: ['totp'] } })
  const pending = cookiesIn(first.headers)
  expect(await whoIs(pending)).toBeNull()
  expect((await server.call('/api/auth/get-session', { cookie: pending })).body).toBeNull()
  expect(await post('/two-factor/verify-totp', { code: codeOf(secret, 20) }, pending)).toMatchObject({ status: 422 })
  const second = await post('/two-factor/verify-totp', { code: codeOf(secret) }, pending)
  expect(second).toMatchObject({ status: 200, body: { user: { id: userId } } })
  expect(second.text).not.toContain('"token"')
  expect(await whoIs(cookieIn(second.headers))).toMatchObject({ userId })
  // The challenge is used up.
  expect(await post('/two-factor/verify-totp', { code: codeOf(secret) }, pending)).toMatchObject({
    status: 401,
    body: { code: 'SIGN_IN_AGAIN' },
  })
})

test('a code that somebody has looked over a shoulder for opens nothing', async () => {
  const { email, secret } = await enrolled('bibiana')
  const code = codeOf(secret)
  const enter = async () => {
    const pending = cookiesIn((await challenge(email)).headers)
    return post('/two-factor/verify-totp', { code }, pending)
  }
  expect((await enter()).status).toBe(200)
  expect(await enter()).toMatchObject({ status: 422, body: { issues: [{ pointer: '/code', code: 'CODE_WRONG' }] } })
})

test('a code without a password before it opens nothing', async () => {
  const { secret } = await enrolled('clara')
  for (const cookie of ['', 'telar.two_factor=2fa-abcdefghijklmnopqrst', 'telar.two_factor=%E0%A4%A']) {
    expect(await post('/two-factor/verify-totp', { code: codeOf(secret) }, cookie)).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN_AGAIN' },
    })
  }
})

test('a recovery code opens once', async () => {
  const { email, codes } = await enrolled('dario')
  const enter = async () => {
    const pending = cookiesIn((await challenge(email)).headers)
    return post('/two-factor/verify-backup-code', { code: codes[0] }, pending)
  }
  const first = await enter()
  expect(first.status).toBe(200)
  const cookie = cookieIn(first.headers)
  expect((await server.call('/api/auth/security', { cookie })).body).toEqual({
    hasPassword: true,
    twoFactor: true,
    recoveryCodesLeft: 9,
    oidc: false,
  })
  expect(await enter()).toMatchObject({ status: 422, body: { issues: [{ pointer: '/code', code: 'CODE_WRONG' }] } })
})

test('new recovery codes make the old ones worthless', async () => {
  const { email, cookie, codes } = await enrolled('elena')
  expect(await post('/two-factor/generate-backup-codes', { password: 'wrong' }, cookie)).toMatchObject({
    status: 422,
    body: { issues: [{ pointer: '/password', code: 'PASSWORD_WRONG' }] },
  })
  const renewed = await post('/two-factor/generate-backup-codes', { password }, cookie)
  const { backupCodes }: { backupCodes: string[] } = JSON.parse(renewed.text)
  const pending = cookiesIn((await challenge(email)).headers)
  expect(await post('/two-factor/verify-backup-code', { code: codes[1] }, pending)).toMatchObject({ status: 422 })
  expect(await post('/two-factor/verify-backup-code', { code: backupCodes[1] }, pending)).toMatchObject({ status: 200 })
})

test('after five wrong codes one begins with the password again, after ten the second factor rests', async () => {
  const { email, secret } = await enrolled('fabio')
  const guess = async (shift: number) => {
    const pending = cookiesIn((await challenge(email)).headers)
    const codes = []
    for (let n = 0; n < 6; n++) {
      const { body } = await post('/two-factor/verify-totp', { code: codeOf(secret, shift + n) }, pending)
      codes.push(body)
    }
    return codes
  }
  expect((await guess(40)).at(-1)).toMatchObject({ code: 'SIGN_IN_AGAIN' })
  await guess(50)
  const pending = cookiesIn((await challenge(email)).headers)
  const locked = await post('/two-factor/verify-totp', { code: codeOf(secret) }, pending)
  expect(locked).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
  expect(locked.headers.get('retry-after')).toBe('900')
})

test('a trusted device is asked for the password only, until the password is reset', async () => {
  const { email, secret } = await enrolled('gala')
  const pending = cookiesIn((await challenge(email)).headers)
  const trusted = await post('/two-factor/verify-totp', { code: codeOf(secret), trustDevice: true }, pending)
  const device = cookiesIn(trusted.headers)
  const again = await challenge(email, device)
  expect(again.body).toMatchObject({ user: { email } })
  const renewed = cookiesIn(again.headers)
  await server.auth.users.setPassword(email, password)
  expect((await challenge(email, renewed)).body).toMatchObject({ twoFactorRedirect: true })
})

test('it is switched off with the password, by oneself or by who keeps the server', async () => {
  const { email, cookie } = await enrolled('hugo')
  expect(await post('/two-factor/disable', { password: 'wrong' }, cookie)).toMatchObject({
    status: 422,
    body: { issues: [{ pointer: '/password', code: 'PASSWORD_WRONG' }] },
  })
  expect(await post('/two-factor/enable', { password }, cookie)).toMatchObject({
    status: 409,
    body: { code: 'TWO_FACTOR_ON' },
  })
  const off = await post('/two-factor/disable', { password }, cookie)
  expect(off.status).toBe(200)
  expect((await challenge(email)).body).toMatchObject({ user: { email } })
  const left = cookieIn(off.headers)
  expect(await post('/two-factor/generate-backup-codes', { password }, left)).toMatchObject({
    status: 409,
    body: { code: 'TWO_FACTOR_OFF' },
  })
  const ines = await enrolled('ines')
  await server.auth.twoFactor.turnOff({ email: ines.email }, {})
  expect((await challenge(ines.email)).body).toMatchObject({ user: { email: ines.email } })
  await expect(server.auth.twoFactor.turnOff({ email: ines.email }, {})).rejects.toMatchObject({
    code: 'TWO_FACTOR_OFF',
  })
  await expect(server.auth.twoFactor.turnOff({ email: 'nobody@example.com' }, {})).rejects.toMatchObject({
    code: 'INVALID',
  })
})

test('every step needs a session where it should', async () => {
  for (const path of ['enable', 'disable', 'generate-backup-codes']) {
    expect(await post(`/two-factor/${path}`, { password })).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN_NEEDED' },
    })
  }
  for (const path of ['get-totp-uri', 'send-otp', 'verify-otp', 'view-backup-codes', 'generate-totp']) {
    expect((await post(`/two-factor/${path}`, { password })).status).toBe(404)
  }
})

test('the audit tells what happened, the database and the log keep no secret in the clear', async () => {
  const { email, userId, secret, codes } = await enrolled('julia')
  const pending = cookiesIn((await challenge(email)).headers)
  await post('/two-factor/verify-totp', { code: codeOf(secret, 60) }, pending)
  await post('/two-factor/verify-totp', { code: codeOf(secret) }, pending)
  const lines = (await auditOf(database.connectionString)).filter(
    ({ actor, detail }) => actor === userId || detail['user'] === userId,
  )
  expect(lines.map(({ act, detail: { way, reason } }) => [act, way, reason].filter(Boolean).join(' '))).toEqual([
    'user-made',
    'sign-in password',
    'two-factor-on',
    'sign-in-failed two-factor CODE_WRONG',
    'sign-in two-factor',
  ])
  const stored = await queryOf(database.connectionString, 'select * from telar."twoFactor"')
  const all = JSON.stringify([stored, await auditOf(database.connectionString), server.log])
  for (const hidden of [secret, ...codes, password]) expect(all).not.toContain(hidden)
  expect(server.log.filter((line) => line.startsWith('unexpected'))).toEqual([])
})
