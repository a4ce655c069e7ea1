import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let me = ''

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/account.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: { name: { type: 'string' } },
      },
      'modules/deal.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: {
          name: { type: 'string' },
          amount: { 'x-field': 'money' },
          place: { 'x-field': 'address' },
          contact: { 'x-field': 'person-name' },
          account: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'deals' } },
          agent: { 'x-field': 'user' },
          stage: { enum: [1, 2] },
          tags: { type: 'array', items: { enum: ['a', 'b'] } },
          dimensions: { type: 'object', properties: { width: { type: 'integer' }, price: { 'x-field': 'money' } } },
          lines: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                product: { 'x-field': 'link', 'x-link': { module: 'account' } },
                price: { 'x-field': 'money' },
              },
            },
          },
          hidden: { type: 'string', 'x-timeline': false },
          number: { 'x-field': 'auto-number', 'x-pattern': 'D-{0}' },
          partners: { 'x-field': 'links', 'x-link': { module: 'account', inverse: 'partnered' } },
        },
      },
    },
  })
  me = (await app.api.get('/model')).string('me', 'id')
})

afterAll(() => app.stop())

const make = async (module: string, data: JsonObject): Promise<string> =>
  (await app.api.post(`/records/${module}`, data)).expect(201).string('id')

const history = (id: string, query: Readonly<Record<string, Json>> = {}) =>
  app.api.get(`/records/deal/${id}/history`, { query })

it('tells old and new values of every kind of field as they are read', async () => {
  const [acme, zeta] = [await make('account', { name: 'Acme' }), await make('account', { name: 'Zeta' })]
  const id = await make('deal', { name: 'one', amount: '5' })
  const changes = {
    amount: { amount: '7.50', currency: 'EUR' },
    place: { city: 'Ávila', country: 'ES' },
    contact: { first: 'Ana', last: 'Gil' },
    account: acme,
    agent: me,
    stage: 2,
    tags: ['b', 'a'],
    dimensions: { width: 3, price: '2' },
    lines: [{ product: zeta, price: '1.5' }],
    hidden: 'x',
  }
  await app.api.patch(`/records/deal/${id}`, changes)
  const told = (await history(id)).expect(200)
  expect(told.at('entries', 0, 'changes')).toEqual([
    { field: 'amount', before: { amount: '5.00', currency: 'EUR' }, after: { amount: '7.50', currency: 'EUR' } },
    { field: 'place', before: null, after: { city: 'Ávila', country: 'ES' } },
    { field: 'contact', before: null, after: { first: 'Ana', last: 'Gil' } },
    { field: 'account', before: null, after: { id: acme, label: 'Acme' } },
    { field: 'agent', before: null, after: { id: me, label: 'ada' } },
    { field: 'stage', before: null, after: 2 },
    { field: 'tags', before: null, after: ['b', 'a'] },
    { field: 'dimensions', before: null, after: { width: 3, price: { amount: '2.00', currency: 'EUR' } } },
    {
      field: 'lines',
      before: null,
      after: [{ product: { id: zeta, label: 'Zeta' }, price: { amount: '1.50', currency: 'EUR' } }],
    },
  ])
  expect(told.at('entries', 1, 'changes')).toEqual([
    { field: 'name', before: null, after: 'one' },
    { field: 'amount', before: null, after: { amount: '5.00', currency: 'EUR' } },
    { field: 'number', before: null, after: 'D-1' },
    { field: 'ownerId', before: null, after: me },
  ])
  await app.api.patch(`/records/deal/${id}`, {
    amount: { amount: '7.50', currency: 'EUR' },
    place: null,
    ownerId: null,
    tags: [],
  })
  expect((await history(id)).at('entries', 0, 'changes')).toEqual([
    { field: 'place', before: { city: 'Ávila', country: 'ES' }, after: null },
    { field: 'tags', before: ['b', 'a'], after: [] },
    { field: 'ownerId', before: me, after: null },
  ])
})

it('names who did what, in one act, from where', async () => {
  const nora = await app.person('Nora')
  const id = await make('deal', { name: 'acts' })
  await nora.patch(`/records/deal/${id}`, { name: 'by nora' })
  await nora.delete(`/records/deal/${id}`)
  const told = (await history(id)).expect(200)
  expect(told.each('entries', 'op')).toEqual(['delete', 'update', 'create'])
  expect(told.each('entries', 'version')).toEqual([3, 2, 1])
  expect(told.each('entries', 'source')).toEqual(['user', 'user', 'user'])
  expect(new Set(told.each('entries', 'actor')).size).toBe(2)
  expect(new Set(told.each('entries', 'operation')).size).toBe(3)
})

it('is read page by page, links among the changes', async () => {
  const id = await make('deal', { name: 'p0' })
  const acme = await make('account', { name: 'Acme' })
  for (let step = 1; step < 6; step += 1) {
    await app.api.patch(`/records/deal/${id}`, { name: `p${step}` })
    await app.api.post(`/records/deal/${id}/links/partners`, { id: acme })
    await app.api.delete(`/records/deal/${id}/links/partners?id=${acme}`)
  }
  const whole = (await history(id, { limit: 500 })).expect(200)
  expect([whole.list('entries').length, whole.at('next')]).toEqual([16, null])
  for (const limit of [1, 3, 7]) {
    const entries: Json[] = []
    let before: Json = null
    do {
      const page = (await history(id, { limit, ...(before === null ? {} : { before }) })).expect(200)
      entries.push(...page.list('entries'))
      before = page.at('next')
    } while (before !== null)
    expect(entries).toEqual(whole.list('entries'))
  }
})

it('keeps its order where entries were brought in from the past', async () => {
  const id = await make('deal', { name: 'old' })
  await app.api.patch(`/records/deal/${id}`, { name: 'new' })
  const { services, workspace } = app.runtime
  await services.pool.query(
    `insert into "${workspace.schema}".ledger (at, module, record, version, op, source, operation, after)
     select l.at - interval '2 years', l.module, l.record, 0, 'update', 'import', l.operation, l.after
     from "${workspace.schema}".ledger l where l.record = $1 and l.op = 'create'`,
    [id],
  )
  const first = (await history(id, { limit: 2 })).expect(200)
  const rest = (await history(id, { limit: 2, before: first.at('next') })).expect(200)
  expect([...first.each('entries', 'source'), ...rest.each('entries', 'source')]).toEqual(['user', 'user', 'import'])
})

it('of a field that is gone still tells the rest', async () => {
  const id = await make('account', { name: 'kept' })
  await app.publish({
    'modules/account.json': {
      type: 'object',
      'x-module': { name: '{title}' },
      properties: { title: { type: 'string' }, name: { type: 'string' } },
    },
  })
  await app.api.patch(`/records/account/${id}`, { title: 'now' })
  const told = (await app.api.get(`/records/account/${id}/history`)).expect(200)
  expect(told.each('entries', 'op')).toEqual(['update', 'create'])
})

it.each([
  'limit=0',
  'limit=501',
  'limit=x',
  'before=0',
  'before=x',
  'before=-1',
  'before=1e3',
  'before=99999999999999999999',
  'page=2',
])('refuses wrong parameters: %s', async (query) => {
  const id = await make('deal', { name: 'x' })
  expect((await app.api.get(`/records/deal/${id}/history?${query}`)).status).toBe(400)
})

it('has nothing before an entry of another record', async () => {
  const [one, two] = [await make('deal', { name: 'one' }), await make('deal', { name: 'two' })]
  const foreign = (await history(two)).string('entries', 0, 'id')
  expect((await history(one, { before: foreign })).body).toEqual({ entries: [], next: null })
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
