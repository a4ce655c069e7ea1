import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { createMailer } from '../mail/mailer.ts'
import { auditOf, queryOf } from './test-audit.ts'
import { testAuth, type TestAuth } from './test-auth.ts'
import { linkIn, startMailServer, type TestMailServer } from './test-mail-server.ts'

const password = 'correct horse battery'
const renewed = 'a quiet lamp of brass'

let database: TestDatabase
let mails: TestMailServer
let server: TestAuth

beforeAll(async () => {
  database = await cloneDatabase()
  mails = await startMailServer()
  const mailer = createMailer({ smtpUrl: mails.url, from: 'Telar <crm@example.com>' })
  server = testAuth(database.connectionString, { mailer })
  await server.auth.start()
})

afterAll(async () => {
  await server.auth.close()
  await mails.close()
  await database.drop()
})

let visitors = 0
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.call(`/api/auth${path}`, { body, headers, address: `10.30.${visitors >> 8}.${visitors++ & 255}` })

const person = async (name: string) => {
  const email = `${name.toLowerCase()}@example.com`
  const id = await server.auth.users.create({ name, email, password })
  return { id, email, cookie: await server.signIn(email, password) }
}

const whoIs = async (cookie: string) => (await server.call('/api/whoami', { cookie })).body

const asked = async (email: string, language = 'en') => {
  const answer = await post('/request-password-reset', { email }, { 'accept-language': language })
  expect(answer).toMatchObject({ status: 200, body: { status: true } })
  return mails.next(email.toLowerCase())
}

test('a link in the mail gives a new password once, and ends every session', async () => {
  const { id, email, cookie } = await person('Adela')
  expect(await whoIs(cookie)).toMatchObject({ userId: id })
  const mail = await asked('ADELA@example.com')
  expect(mail).toMatchObject({ to: email, from: 'Telar <crm@example.com>', subject: 'A new password for Telar' })
  const { link, token } = linkIn(mail.text)
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4400\/reset-password\?token=[\w-]{43}$/)
  expect((await server.call(`/api/auth/reset-password?token=${token}`)).body).toMatchObject({ email, name: 'Adela' })
  expect(await post('/reset-password', { token, password: renewed })).toMatchObject({ status: 200 })
  expect(await whoIs(cookie)).toBeNull()
  await expect(server.signIn(email, password)).rejects.toThrow('401')
  expect(await server.signIn(email, renewed)).not.toBe('')
  expect(await post('/reset-password', { token, password })).toMatchObject({
    status: 403,
    body: { code: 'LINK_INVALID' },
  })
})

test('the mail speaks the language of the person, or else of whoever asks', async () => {
  await person('Berta')
  const mail = await asked('berta@example.com', 'es-ES,es')
  expect(mail.subject).toBe('Una contraseña nueva para Telar')
  expect(mail.text).toContain('Hola, Berta:')
  const { userId } = await server.auth.invitations.invite(
    { name: 'Carlos', email: 'carlos@example.com', language: 'es' },
    {},
  )
  await mails.next('carlos@example.com')
  expect((await asked('carlos@example.com', 'en')).text).toContain('Hola, Carlos:')
  expect(userId).toMatch(/^[0-9a-f-]{36}$/)
})

test('who asks does not learn whether there is such a person, and nobody else gets a mail', async () => {
  await person('Diana')
  await server.auth.users.setBlocked('diana@example.com', true)
  const before = mails.received.length
  const [unknown, blocked] = [
    await post('/request-password-reset', { email: 'nobody@example.com' }),
    await post('/request-password-reset', { email: 'diana@example.com' }),
  ]
  await person('Elsa')
  const known = await post('/request-password-reset', { email: 'elsa@example.com' })
  await mails.next('elsa@example.com')
  expect([unknown, blocked].map(({ status, text }) => [status, text])).toEqual([
    [known.status, known.text],
    [known.status, known.text],
  ])
  expect(mails.received.slice(before).map(({ to }) => to)).toEqual(['elsa@example.com'])
})

test('three mails an hour are the most that anybody can make somebody get', async () => {
  await person('Fatima')
  for (let n = 0; n < 3; n++) await asked('fatima@example.com')
  server.wait(2000)
  const before = mails.received.length
  for (let n = 0; n < 3; n++) await post('/request-password-reset', { email: 'fatima@example.com' })
  await mails.next('fatima@example.com')
  await person('Gema')
  await asked('gema@example.com')
  expect(mails.received.slice(before).map(({ to }) => to)).toEqual(['fatima@example.com', 'gema@example.com'])
})

test('a link ends after an hour, with the next one, and when the person is shut out', async () => {
  const { email } = await person('Hilda')
  const first = linkIn((await asked(email)).text).token
  const second = linkIn((await asked(email)).text).token
  const refused = { status: 403, body: { code: 'LINK_INVALID' } }
  expect(await post('/reset-password', { token: first, password: renewed })).toMatchObject(refused)
  await server.auth.users.setBlocked(email, true)
  expect(await post('/reset-password', { token: second, password: renewed })).toMatchObject(refused)
  await server.auth.users.setBlocked(email, false)
  server.wait(3_601_000)
  expect(await post('/reset-password', { token: second, password: renewed })).toMatchObject(refused)
  expect(await server.call(`/api/auth/reset-password?token=${second}`)).toMatchObject(refused)
})

test('a bad password leaves the link as it was', async () => {
  const { email } = await person('Isolda')
  const { token } = linkIn((await asked(email)).text)
  const codes = async (given: string) => {
    const { body } = await post('/reset-password', { token, password: given })
    return body
  }
  expect(await codes('short')).toMatchObject({ issues: [{ pointer: '/password', code: 'minLength' }] })
  expect(await codes('Password2026!')).toMatchObject({ issues: [{ code: 'PASSWORD_COMMON' }] })
  expect(await codes('isolda-and-tristan')).toMatchObject({ issues: [{ code: 'PASSWORD_PERSONAL' }] })
  expect(await post('/reset-password', { token, password: renewed })).toMatchObject({ status: 200 })
})

test('of two who use a link at the same moment one gets through', async () => {
  const { email } = await person('Jimena')
  const { token } = linkIn((await asked(email)).text)
  const answers = await Promise.all(
    [1, 2, 3].map((n) => post('/reset-password', { token, password: `${renewed} ${n}` })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 403)).toHaveLength(2)
})

test('without a mail server the administrator makes the link', async () => {
  const silent = testAuth(database.connectionString)
  expect(await silent.call('/api/auth/request-password-reset', { body: { email: 'x@example.com' } })).toMatchObject({
    status: 409,
    body: { code: 'MAIL_UNAVAILABLE' },
  })
  expect((await silent.call('/api/auth/methods')).body).toEqual({ password: true, oidc: null, mail: false })
  expect((await server.call('/api/auth/methods')).body).toMatchObject({ mail: true })
  const { id, email } = await person('Karla')
  const { link, expiresAt } = await silent.auth.passwordReset.linkFor({ id }, {})
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now())
  expect(await post('/reset-password', { token: linkIn(link).token, password: renewed })).toMatchObject({ status: 200 })
  expect(await server.signIn(email, renewed)).not.toBe('')
  await expect(silent.auth.passwordReset.linkFor({ email: 'nobody@example.com' }, {})).rejects.toMatchObject({
    code: 'INVALID',
  })
  await silent.auth.close()
})

test('a mail server that is away is said in the log, without an address or a link', async () => {
  const mailer = createMailer({ smtpUrl: 'smtp://user:hidden@127.0.0.1:1', from: 'x@example.com' })
  const lost = testAuth(database.connectionString, { mailer })
  await person('Lucas')
  const answer = await lost.call('/api/auth/request-password-reset', { body: { email: 'lucas@example.com' } })
  expect(answer.status).toBe(200)
  await lost.auth.close()
  expect(lost.log).toContainEqual(expect.stringMatching(/^warn A mail could not be sent: E\w+$/))
  expect(lost.log.join('\n')).not.toMatch(/lucas|hidden|token/)
})

test('a new password clears the waits that strangers have caused', async () => {
  const { email } = await person('Marta')
  for (let n = 0; n < 25; n++) await post('/sign-in/email', { email, password: 'wrong' })
  expect(await post('/sign-in/email', { email, password })).toMatchObject({ status: 429 })
  const { token } = linkIn((await asked(email)).text)
  await post('/reset-password', { token, password: renewed })
  expect(await post('/sign-in/email', { email, password: renewed })).toMatchObject({ status: 200 })
})

test('a password is changed only for one that is good, by every way', async () => {
  const { email, cookie } = await person('Nerea')
  for (const newPassword of ['Password2026!', 'nerea-and-the-sea', '1234567890']) {
    const answer = await server.call('/api/auth/change-password', {
      body: { currentPassword: password, newPassword },
      cookie,
    })
    expect(answer).toMatchObject({ status: 422, body: { issues: [{ pointer: '/newPassword' }] } })
    await expect(server.auth.users.setPassword(email, newPassword)).rejects.toMatchObject({ code: 'INVALID' })
    await expect(
      server.auth.users.create({ name: 'Nerea', email: 'nerea2@example.com', password: newPassword }),
    ).rejects.toMatchObject({ code: 'INVALID' })
  }
  expect(await server.signIn(email, password)).not.toBe('')
})

test('nothing that lets somebody in is kept or told', async () => {
  const { id, email } = await person('Olga')
  const { token } = linkIn((await asked(email)).text)
  const kept = await queryOf(database.connectionString, 'select * from telar.access_link')
  await post('/reset-password', { token, password: renewed })
  const lines = await auditOf(database.connectionString)
  const all = JSON.stringify([kept, lines, server.log])
  for (const hidden of [token, renewed, password]) expect(all).not.toContain(hidden)
  expect(lines.filter(({ actor, detail }) => actor === id || detail['user'] === id).map(({ act }) => act)).toEqual([
    'user-made',
    'sign-in',
    'password-reset-asked',
    'password-reset',
  ])
  expect(server.log.filter((line) => /unexpected|^error/.test(line))).toEqual([])
})
