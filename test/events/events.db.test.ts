import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type EventReader, readEvents } from '../drivers/event-reader.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const ship = { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } }

let app: TestApp
let cookie = ''
const open: EventReader[] = []

beforeAll(async () => {
  app = await startTestApp({ definition: { 'modules/ship.json': ship } })
})

afterAll(() => app.stop())

beforeEach(async () => {
  cookie = await signIn()
})

afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close()
})

const signIn = async (): Promise<string> => {
  const answer = await app.anonymous.post('/api/auth/sign-in/email', {
    email: 'ada@telar.example',
    password: 'correct-horse-9',
  })
  return answer.expect(200).headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const request = (headers: Readonly<Record<string, string>> = {}) =>
  app.runtime.app.request('http://127.0.0.1:4400/api/w/main/events', { headers: { cookie, ...headers } })

/** A reader that has begun to hear. */
const listen = async (headers?: Readonly<Record<string, string>>): Promise<EventReader> => {
  const reader = readEvents(await request(headers))
  open.push(reader)
  await reader.next('ready')
  return reader
}

/** Whether a change of this record is told before the stream ends. */
const hear = async (reader: EventReader, record: string): Promise<boolean> => {
  for (let event = await reader.next('change'); event !== undefined; event = await reader.next('change')) {
    if (event.data['record'] === record) return true
  }
  return false
}

const create = async (name: string): Promise<string> =>
  (await app.api.post('/records/ship', { name })).expect(201).string('id')

it('tells every change with its module, version, operation and actor', async () => {
  const reader = await listen()
  const id = await create('Argo')
  await app.api.patch(`/records/ship/${id}`, { name: 'Argo II' })
  await app.api.delete(`/records/ship/${id}`)
  const told = [await reader.next('change'), await reader.next('change'), await reader.next('change')]
  expect(told.map((event) => event?.data)).toMatchObject([
    { module: 'ship', record: id, version: 1, op: 'create' },
    { module: 'ship', record: id, version: 2, op: 'update' },
    { module: 'ship', record: id, version: 3, op: 'delete' },
  ])
  expect(told[0]?.data['actor']).toMatch(/^[0-9a-f-]{36}$/)
  expect(told[0]?.data['operation']).toMatch(/^[0-9a-f-]{36}$/)
  expect(told[0]?.data['id']).toBe(told[0]?.id)
})

it('is not for the unknown, and says what it is to browsers and proxies', async () => {
  expect((await app.anonymous.get('/events')).status).toBe(401)
  const response = await request()
  open.push(readEvents(response))
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

it('never skips the row of a transaction that began first and commits last', async () => {
  const { schema } = app.runtime.workspace
  const late = new pg.Client({ connectionString: app.connectionString })
  await late.connect()
  const reader = await listen()
  await late.query('begin')
  await late.query(
    `insert into ${schema}.ledger (at, module, record, version, op, source, operation)
     select now(), (select module from ${schema}.ledger limit 1), '00000000-0000-7000-8000-000000000001', 1, 'create', 'test', '00000000-0000-7000-8000-000000000002'`,
  )
  const early = await create('committed while the other is open')
  await late.query('commit')
  await late.end()
  const told = [await reader.next('change'), await reader.next('change')]
  expect(told.map((event) => event?.data['record'])).toEqual(['00000000-0000-7000-8000-000000000001', early])
})

it('goes on where the reader stopped', async () => {
  const reader = await listen()
  const heard = await create('heard')
  const last = await reader.next('change')
  expect(last?.data['record']).toBe(heard)
  await reader.close()
  const missed = [await create('missed'), await create('missed too')]
  const again = readEvents(await request({ 'last-event-id': last?.id ?? '' }))
  open.push(again)
  expect([(await again.next('change'))?.data['record'], (await again.next('change'))?.data['record']]).toEqual(missed)
  const later = await create('later')
  expect((await again.next('change'))?.data['record']).toBe(later)
})

it.each(['nonsense', '9999999999999999.1', '-1.0', '1', '1.1; drop table', '9'.repeat(5000)])(
  'tells a reader to load anew who says he last heard %.30s',
  async (lastEventId) => {
    const reader = readEvents(await request({ 'last-event-id': lastEventId }))
    open.push(reader)
    expect((await reader.next('reset'))?.data).toEqual({})
  },
)

it('tells a reader to load anew who missed too much', async () => {
  const reader = await listen()
  await create('first')
  const last = await reader.next('change')
  const { schema } = app.runtime.workspace
  await app.runtime.services.pool.query(
    `insert into ${schema}.ledger (at, module, record, version, op, source, operation)
     select now(), module, gen_random_uuid(), 1, 'create', 'test', operation from (select * from ${schema}.ledger limit 1) l, generate_series(1, 1500)`,
  )
  // Only what no open transaction of the whole cluster can stand before is told.
  for (let count = 0; count < 1500; count += 1) await reader.next('change')
  const again = readEvents(await request({ 'last-event-id': last?.id ?? '' }))
  open.push(again)
  expect(await again.next('reset')).toBeDefined()
})

it('tells of a new version', async () => {
  const reader = await listen()
  const version = await app.publish({ 'modules/port.json': ship })
  expect((await reader.next('version'))?.data).toEqual({ version })
})

it('asks the database as often for a hundred readers as for one', async () => {
  const readers = await Promise.all(Array.from({ length: 100 }, () => listen()))
  const queries = vi.spyOn(app.runtime.services.pool, 'query')
  const id = await create('to a hundred')
  const told = await Promise.all(readers.map((reader) => hear(reader, id)))
  const reads = queries.mock.calls.filter(([query]) => JSON.stringify(query).includes('pg_snapshot_xmin'))
  queries.mockRestore()
  expect(told).toEqual(Array.from({ length: 100 }, () => true))
  expect(reads.length).toBeLessThan(20)
})

it('ends when its reader signs out', async () => {
  const reader = await listen()
  await app.anonymous.call('POST', '/api/auth/sign-out', { headers: { cookie }, text: '{}' })
  expect(await reader.next('change')).toBeUndefined()
})

it('cuts off a reader who does not read, and no other', async () => {
  const slow = await request()
  const reader = await listen()
  const { schema } = app.runtime.workspace
  for (let round = 0; round < 5; round += 1) {
    await app.runtime.services.pool.query(
      `insert into ${schema}.ledger (at, module, record, version, op, source, operation)
       select now(), module, gen_random_uuid(), 1, 'create', 'test', operation from (select * from ${schema}.ledger limit 1) l, generate_series(1, 500)`,
    )
  }
  for (let count = 0; count < 2500; count += 1) await reader.next('change')
  await expect(slow.text()).rejects.toThrow('too slow')
  expect(app.failures).toEqual([])
})

it('asks nothing while nobody listens', async () => {
  await vi.waitFor(
    () => expect(app.runtime.services.events.states().every(({ state }) => state.place === undefined)).toBe(true),
    5000,
  )
  const queries = vi.spyOn(app.runtime.services.pool, 'query')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(queries.mock.calls.filter(([query]) => JSON.stringify(query).includes('pg_snapshot_xmin'))).toEqual([])
  queries.mockRestore()
})
