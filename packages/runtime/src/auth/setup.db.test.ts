import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { cookieIn, testAuth, type TestAuth } from './test-auth.ts'

const ana = { name: ' Ana Ruiz ', email: 'Ana@example.com', password: 'correct horse battery' }

let database: TestDatabase
let server: TestAuth

beforeEach(async () => {
  database = await cloneDatabase()
  server = testAuth(database.connectionString)
})

afterEach(async () => {
  await server.auth.close()
  await database.drop()
})

const tokenOf = async (from: TestAuth = server): Promise<string> => {
  const state = await from.auth.start()
  if (state.state !== 'needed') throw new Error('nobody needs a token')
  return state.token
}

const needed = async () => (await server.call('/api/setup')).body

test('the first visit makes the administrator with the printed token, signs in, and is over', async () => {
  const token = await tokenOf()
  expect(await needed()).toEqual({ needed: true })
  const answer = await server.call('/api/setup', { body: { ...ana, token } })
  expect(answer).toMatchObject({ status: 201, body: { user: { name: 'Ana Ruiz', email: 'ana@example.com' } } })
  const cookie = cookieIn(answer.headers)
  expect((await server.call('/api/whoami', { cookie })).body).toMatchObject({ name: 'Ana Ruiz', isAdministrator: true })
  expect(await needed()).toEqual({ needed: false })
  const again = await server.call('/api/setup', { body: { ...ana, email: 'eve@example.com', token } })
  expect(again).toMatchObject({ status: 403, body: { code: 'SETUP_DONE' } })
  expect(await server.auth.start()).toEqual({ state: 'done' })
  expect(await server.auth.setup.resetToken()).toBeUndefined()
})

test('the database keeps only the hash of the token, and no answer repeats it', async () => {
  const token = await tokenOf()
  const { rows } = await query('select * from telar.setup_token')
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
  const refused = await server.call('/api/setup', { body: { ...ana, password: 'short', token } })
  expect(refused.text).not.toContain(token)
  expect(server.log.join('\n')).not.toContain(token)
})

test('a wrong token is refused whatever else is sent, and soon throttled', async () => {
  await tokenOf()
  const wrong = () => server.call('/api/setup', { body: { name: '', email: 'x', password: '', token: 'guess' } })
  const answers = []
  for (let n = 0; n < 12; n++) answers.push((await wrong()).status)
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 403))
  expect(answers.slice(10)).toEqual([429, 429])
  expect((await wrong()).body).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  expect(await needed()).toEqual({ needed: true })
})

test('problems of the particulars are named by pointer, all at once, and the token can be used again', async () => {
  const token = await tokenOf()
  const refused = await server.call('/api/setup', {
    body: { name: ' ', email: 'no address', password: 'short', token },
  })
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: 'INVALID',
      issues: [
        { pointer: '/name', code: 'minLength', params: { limit: 1 } },
        { pointer: '/email', code: 'format' },
        { pointer: '/password', code: 'minLength', params: { limit: 10 } },
      ],
    },
  })
  const odd = await server.call('/api/setup', { body: { ...ana, email: '"a"@exa_mple.com', token } })
  expect(odd).toMatchObject({ status: 422, body: { issues: [{ pointer: '/email', code: 'format' }] } })
  expect((await server.call('/api/setup', { body: { ...ana, token } })).status).toBe(201)
})

test('of two who use the token at the same moment one becomes the administrator', async () => {
  const token = await tokenOf()
  const answers = await Promise.all(
    ['one@example.com', 'two@example.com', 'three@example.com'].map((email) =>
      server.call('/api/setup', { body: { ...ana, email, token } }),
    ),
  )
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '403', '403'])
  expect((await query('select * from telar."user"')).rowCount).toBe(1)
})

test('processes that start together migrate once, and the token of each works', async () => {
  const others = Array.from({ length: 3 }, () => testAuth(database.connectionString))
  const [token] = await Promise.all([server, ...others].map(tokenOf))
  expect((await query('select * from telar.auth_schema')).rowCount).toBe(1)
  expect((await server.call('/api/setup', { body: { ...ana, token } })).status).toBe(201)
  expect((await query('select * from telar.setup_token')).rowCount).toBe(0)
  await Promise.all(others.map(({ auth }) => auth.close()))
})

test('a new token makes the older ones worthless', async () => {
  const old = await tokenOf()
  const token = await server.auth.setup.resetToken()
  expect((await server.call('/api/setup', { body: { ...ana, token: old } })).status).toBe(403)
  expect((await server.call('/api/setup', { body: { ...ana, token } })).status).toBe(201)
})

test('the configured administrator is made once, also when two processes start together', async () => {
  const administrator = { email: ana.email, password: ana.password }
  const other = testAuth(database.connectionString)
  expect(await Promise.all([server.auth.start(administrator), other.auth.start(administrator)])).toEqual([
    { state: 'done' },
    { state: 'done' },
  ])
  expect(await server.auth.start({ email: 'someone.else@example.com', password: ana.password })).toEqual({
    state: 'done',
  })
  expect((await query('select * from telar."user"')).rowCount).toBe(1)
  const cookie = await server.signIn(ana.email, ana.password)
  expect((await server.call('/api/whoami', { cookie })).body).toMatchObject({ name: 'Ana', isAdministrator: true })
  await other.auth.close()
})

test('a configured password that is too short stops the start and says why', async () => {
  await expect(server.auth.start({ email: ana.email, password: 'short' })).rejects.toMatchObject({
    code: 'INVALID',
    issues: [{ pointer: '/password', code: 'minLength' }],
  })
})

test('a person is made whole or not at all', async () => {
  await server.auth.start()
  await query('alter table telar.account add constraint no_more check (false) not valid')
  await expect(server.auth.users.create(ana)).rejects.toThrow('no_more')
  expect((await query('select * from telar."user"')).rowCount).toBe(0)
  await query('alter table telar.account drop constraint no_more')
  await server.auth.users.create(ana)
  expect(await server.signIn(ana.email, ana.password)).not.toBe('')
})

test.each(["o'brien+crm@example.co.uk", 'a_b-c.d@sub.example.museum', '1@2.es'])(
  'who has the address %s can sign in',
  async (email) => {
    await server.auth.start()
    await server.auth.users.create({ ...ana, email })
    expect(await server.signIn(email, ana.password)).not.toBe('')
  },
)

test('an address is taken once, in whatever case it is written', async () => {
  await server.auth.start()
  await server.auth.users.create(ana)
  for (const email of [ana.email, 'ANA@EXAMPLE.COM']) {
    await expect(server.auth.users.create({ ...ana, email })).rejects.toMatchObject({
      code: 'INVALID',
      issues: [{ pointer: '/email', code: 'EMAIL_TAKEN' }],
    })
  }
})

test('of two who are given the same address at the same moment one is made', async () => {
  await server.auth.start()
  const made = await Promise.allSettled([server.auth.users.create(ana), server.auth.users.create(ana)])
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(made.find((result) => result.status === 'rejected')?.reason).toMatchObject({
    issues: [{ pointer: '/email', code: 'EMAIL_TAKEN' }],
  })
})

const query = async (text: string) => {
  const client = new pg.Client({ connectionString: database.connectionString })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}
