import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { TelarError } from '../errors.ts'
import { createMailer } from '../mail/mailer.ts'
import { auditOf } from './test-audit.ts'
import { cookieIn, testAuth, type TestAuth } from './test-auth.ts'
import { linkIn, startMailServer, type TestMailServer } from './test-mail-server.ts'

const password = 'correct horse battery'

let database: TestDatabase
let mails: TestMailServer
let server: TestAuth
/** The same server without mail. */
let silent: TestAuth
let host: string

beforeAll(async () => {
  database = await cloneDatabase()
  mails = await startMailServer()
  const mailer = createMailer({ smtpUrl: mails.url, from: 'Telar <crm@example.com>' })
  server = testAuth(database.connectionString, { mailer })
  silent = testAuth(database.connectionString)
  await server.auth.start()
  host = await server.auth.users.create({ name: 'Ana Ruiz', email: 'ana@example.com', password }, 'admin')
})

afterAll(async () => {
  await server.auth.close()
  await silent.auth.close()
  await mails.close()
  await database.drop()
})

let visitors = 0
const accept = (body: unknown) =>
  server.call('/api/auth/accept-invitation', { body, address: `10.40.${visitors >> 8}.${visitors++ & 255}` })

/** An invitation without mail: the link comes back. */
const invited = async (name: string) => {
  const email = `${name}@example.com`
  const { userId, link = '' } = await silent.auth.invitations.invite({ name, email, language: 'en' }, { actor: host })
  return { email, userId, token: linkIn(link).token }
}

const refused = { status: 403, body: { code: 'LINK_INVALID' } }

test('who is invited chooses a password, and is in', async () => {
  const made = await server.auth.invitations.invite(
    { name: 'Belén', email: 'Belen@Example.com', language: 'es' },
    { actor: host },
  )
  expect(made).toMatchObject({ email: 'belen@example.com', mailed: true })
  expect(made).not.toHaveProperty('link')
  const mail = await mails.next('belen@example.com')
  expect(mail).toMatchObject({ to: 'belen@example.com', subject: 'Ana Ruiz te invita a Telar' })
  expect(mail.text).toContain('Hola, Belén:')
  const { link, token } = linkIn(mail.text)
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4400\/invitation\?token=[\w-]{43}$/)
  expect((await server.call(`/api/auth/invitation?token=${token}`)).body).toMatchObject({
    email: 'belen@example.com',
    name: 'Belén',
    language: 'es',
  })
  const answer = await accept({ token, name: 'Belén Soto', password })
  expect(answer).toMatchObject({
    status: 201,
    body: { user: { id: made.userId, name: 'Belén Soto', email: 'belen@example.com' } },
  })
  expect((await server.call('/api/whoami', { cookie: cookieIn(answer.headers) })).body).toMatchObject({
    userId: made.userId,
    name: 'Belén Soto',
    isAdministrator: false,
  })
  expect(await accept({ token, name: 'Belén', password })).toMatchObject(refused)
  expect(await server.auth.invitations.list()).toEqual([])
})

test('the mail speaks English to those who do', async () => {
  await server.auth.invitations.invite({ name: 'Colin', email: 'colin@example.com', language: 'en' }, { actor: host })
  const mail = await mails.next('colin@example.com')
  expect(mail.subject).toBe('Ana Ruiz invites you to Telar')
  expect(mail.text).toContain('Hello Colin,')
})

test('before that nobody can sign in for them', async () => {
  const { email } = await invited('dalia')
  const answer = await server.call('/api/auth/sign-in/email', { body: { email, password }, address: '10.41.0.1' })
  expect(answer).toMatchObject({ status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } })
})

test('an invitation ends after seven days, may be renewed and taken back', async () => {
  const { email, userId, token } = await invited('emil')
  server.wait(7 * 86_400_000 + 1000)
  silent.wait(7 * 86_400_000 + 1000)
  expect(await accept({ token, name: 'Emil', password })).toMatchObject(refused)
  const open = (await server.auth.invitations.list()).find((one) => one.userId === userId)
  expect(open).toMatchObject({ email, name: 'emil', isExpired: true })
  const { link = '' } = await silent.auth.invitations.renew(userId, { actor: host })
  const fresh = linkIn(link).token
  expect(await server.call(`/api/auth/invitation?token=${token}`)).toMatchObject(refused)
  expect(await server.call(`/api/auth/invitation?token=${fresh}`)).toMatchObject({ status: 200 })
  await server.auth.invitations.revoke(userId, { actor: host })
  expect(await accept({ token: fresh, name: 'Emil', password })).toMatchObject(refused)
  expect((await server.auth.users.list()).some((user) => user.email === email)).toBe(false)
  await expect(server.auth.invitations.revoke(userId, {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(server.auth.invitations.renew(userId, {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the password of an invitation is a good one, and the link stays until it is', async () => {
  const { token } = await invited('florencia')
  for (const given of ['short', 'Bienvenido2026', 'florencia and the sea'])
    expect(await accept({ token, name: 'Flor', password: given })).toMatchObject({
      status: 422,
      body: { issues: [{ pointer: '/password' }] },
    })
  expect(await accept({ token, name: ' ', password })).toMatchObject({ body: { issues: [{ pointer: '/name' }] } })
  expect(await accept({ token, name: 'Flor', password })).toMatchObject({ status: 201 })
})

test('of those who accept at the same moment one gets through', async () => {
  const { token } = await invited('gustav')
  const answers = await Promise.all([1, 2, 3].map(() => accept({ token, name: 'Gustav', password })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 403)).toHaveLength(2)
})

test('who is there cannot be invited; who was invited gets a new link', async () => {
  await expect(
    server.auth.invitations.invite({ name: 'Ana', email: 'ANA@example.com', language: 'en' }, {}),
  ).rejects.toMatchObject({ issues: [{ pointer: '/email', code: 'EMAIL_TAKEN' }] })
  const first = await invited('hector')
  const second = await invited('hector')
  expect(second.userId).toBe(first.userId)
  expect(await accept({ token: first.token, name: 'Hector', password })).toMatchObject(refused)
  expect(await accept({ token: second.token, name: 'Hector', password })).toMatchObject({ status: 201 })
})

test('two who invite the same person at the same moment make one', async () => {
  const invitee = { name: 'Irma', email: 'irma@example.com', language: 'en' } as const
  const made = await Promise.allSettled([1, 2, 3].map(() => silent.auth.invitations.invite(invitee, {})))
  const refusals = made.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refusals.every((reason) => reason instanceof TelarError)).toBe(true)
  expect((await server.auth.users.list()).filter(({ email }) => email === invitee.email)).toHaveLength(1)
})

test('nonsense makes nobody', async () => {
  const before = (await server.auth.users.list()).length
  const invite = (given: object) =>
    server.auth.invitations.invite({ name: 'X', email: 'x@example.com', language: 'en', ...given }, {})
  for (const given of [
    { email: 'no address' },
    { email: 'x@example' },
    { email: '' },
    { name: '' },
    { name: 'x'.repeat(201) },
    { language: 'xx' },
    { email: `${'x'.repeat(260)}@example.com` },
  ]) {
    await expect(invite(given)).rejects.toMatchObject({ code: 'INVALID' })
  }
  expect(await server.auth.users.list()).toHaveLength(before)
})

test('who was shut out meanwhile does not come in', async () => {
  const { email, token } = await invited('jana')
  await server.auth.users.setBlocked(email, true)
  expect(await accept({ token, name: 'Jana', password })).toMatchObject(refused)
})

test('the audit tells who invited whom, without the link', async () => {
  const { userId, token } = await invited('karim')
  await silent.auth.invitations.renew(userId, { actor: host, address: '10.0.0.9', userAgent: 'Test/1' })
  await server.auth.invitations.revoke(userId, { actor: host })
  const lines = (await auditOf(database.connectionString)).filter(({ detail }) => detail['user'] === userId)
  expect(lines.map(({ act, actor }) => [act, actor])).toEqual([
    ['invited', host],
    ['invitation-renewed', host],
    ['invitation-revoked', host],
  ])
  expect(lines[1]).toMatchObject({ address: '10.0.0.9', user_agent: 'Test/1' })
  expect(JSON.stringify(await auditOf(database.connectionString))).not.toContain(token)
  expect([...server.log, ...silent.log].filter((line) => /unexpected|^error/.test(line))).toEqual([])
})
