import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { networkOf } from './sign-in-guard.ts'
import { queryOf } from './test-audit.ts'
import { testAuth, type TestAuth } from './test-auth.ts'

const password = 'correct horse battery'

let database: TestDatabase
/** Stands still unless a test waits. */
let clock = Date.now()
let server: TestAuth
/** Another node on the same database. */
let other: TestAuth

beforeAll(async () => {
  database = await cloneDatabase()
  server = testAuth(database.connectionString, { now: () => clock })
  other = testAuth(database.connectionString, { now: () => clock })
  await server.auth.start()
})

afterAll(async () => {
  await server.auth.close()
  await other.auth.close()
  await database.drop()
})

const wait = (milliseconds: number): void => {
  clock += milliseconds
}

const person = async (name: string): Promise<string> => {
  const email = `${name}@example.com`
  await server.auth.users.create({ name, email, password })
  return email
}

interface Try {
  readonly email: string
  readonly given?: string
  readonly address: string
  readonly cookie?: string
  readonly on?: TestAuth
}

const sign = ({ email, given = 'wrong', address, cookie = '', on = server }: Try) =>
  on.call('/api/auth/sign-in/email', { body: { email, password: given }, address, cookie })

const statuses = async (count: number, attempt: (n: number) => ReturnType<typeof sign>) => {
  const found: number[] = []
  for (let n = 0; n < count; n++) found.push((await attempt(n)).status)
  return found
}

const deviceIn = (headers: Headers): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.includes('.device='))
    ?.split(';')[0] ?? ''

test('after five wrong passwords from one place each further one takes twice as long as the one before', async () => {
  const email = await person('amparo')
  const address = '10.60.0.1'
  expect(await statuses(6, () => sign({ email, address }))).toEqual([401, 401, 401, 401, 401, 429])
  const waits = []
  for (let n = 0; n < 4; n++) {
    const refused = await sign({ email, address })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(refused.body).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    waits.push(seconds)
    wait(seconds * 1000)
    expect((await sign({ email, address })).status).toBe(401)
  }
  expect(waits).toEqual([1, 2, 4, 8])
})

test('the right password is refused too while the wait lasts, and ends it afterwards', async () => {
  const email = await person('begona')
  const address = '10.60.0.2'
  await statuses(5, () => sign({ email, address }))
  expect((await sign({ email, given: password, address })).status).toBe(429)
  wait(1000)
  expect((await sign({ email, given: password, address })).status).toBe(200)
  expect(await statuses(5, () => sign({ email, address }))).toEqual([401, 401, 401, 401, 401])
})

test('other nodes count along', async () => {
  const email = await person('conchita')
  const address = '10.60.0.3'
  await statuses(5, () => sign({ email, address }))
  expect((await sign({ email, address, on: other })).status).toBe(429)
})

test('tries at the same moment count one by one', async () => {
  const email = await person('dolores')
  const answers = await Promise.all(Array.from({ length: 12 }, () => sign({ email, address: '10.60.0.4' })))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
})

test('an address that is nobody’s waits like any other', async () => {
  const attempt = () => sign({ email: 'nobody@example.com', address: '10.60.0.5' })
  expect(await statuses(6, attempt)).toEqual([401, 401, 401, 401, 401, 429])
})

test('many strangers slow an account down for at most a minute, and never its own browsers', async () => {
  const email = await person('esperanza')
  const known = deviceIn((await sign({ email, given: password, address: '10.60.1.1' })).headers)
  expect(known).toMatch(/^telar\.device=/)
  // A night of tries from everywhere.
  for (let n = 0; n < 22; n++) {
    await sign({ email, address: `10.61.0.${n}` })
    wait(61_000)
  }
  const refused = await sign({ email, address: '10.61.1.1' }).then(() => sign({ email, address: '10.61.1.2' }))
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect((await sign({ email, given: password, address: '10.61.2.1' })).status).toBe(429)
  expect((await sign({ email, given: password, address: '10.61.2.1', cookie: known })).status).toBe(200)
})

test('the mark of a browser counts for its account only, and waits too when it guesses', async () => {
  const [email, victim] = [await person('fermina'), await person('genoveva')]
  const own = deviceIn((await sign({ email, given: password, address: '10.60.2.1' })).headers)
  await statuses(21, (n) => sign({ email: victim, address: `10.62.0.${n}` }))
  expect((await sign({ email: victim, address: '10.62.1.1', cookie: own })).status).toBe(429)
  const forged = own.replace(/\.[\w-]+$/, `.${'A'.repeat(43)}`)
  expect((await sign({ email: victim, address: '10.62.1.1', cookie: forged })).status).toBe(429)
  const guesses = await statuses(11, (n) => sign({ email, address: `10.62.2.${n}`, cookie: own }))
  expect(guesses).toEqual([...Array.from({ length: 10 }, () => 401), 429])
})

test('one place that tries many accounts waits, also where several nodes share the work', async () => {
  const nodes = [server, other]
  const found = await statuses(32, (n) => {
    wait(4000)
    return sign({ email: `person${n}@example.com`, address: '10.63.0.1', on: nodes[n % 2] ?? server })
  })
  expect(found.slice(0, 30).every((status) => status === 401)).toBe(true)
  const address = '10.63.0.1'
  const last = await Promise.all([1, 2, 3].map((n) => sign({ email: `late${n}@example.com`, address })))
  expect(last.some(({ status }) => status === 429)).toBe(true)
})

test('what is counted is forgotten after a day, and the table does not grow for ever', async () => {
  const email = await person('hortensia')
  const address = '10.60.3.1'
  await statuses(6, () => sign({ email, address }))
  wait(86_400_000 * 3)
  expect((await sign({ email, address })).status).toBe(401)
  const [row] = await queryOf<{ count: string }>(database.connectionString, 'select count(*) from telar.sign_in_try')
  expect(Number(row?.count)).toBeLessThanOrEqual(4)
})

test('no address and no e-mail is kept in what is counted', async () => {
  await sign({ email: 'irene@example.com', address: '10.60.4.1' })
  const kept = await queryOf(database.connectionString, 'select * from telar.sign_in_try')
  expect(JSON.stringify(kept)).not.toMatch(/example|10\.6/)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))
