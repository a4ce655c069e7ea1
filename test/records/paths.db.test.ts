import type { Json, JsonObject } from '@telar/metadata'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let me = ''
const ids = new Map<string, string>()

const named = (properties: JsonObject): JsonObject => ({
  type: 'object',
  'x-module': { name: '{name}' },
  properties: { name: { type: 'string' }, ...properties },
})

const link = (module: string, inverse: string): JsonObject => ({ 'x-field': 'link', 'x-link': { module, inverse } })

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/account.json': named({
        industry: { enum: ['retail', 'energy'] },
        worth: { 'x-field': 'money' },
        share: { 'x-field': 'decimal', 'x-scale': 2 },
        seat: { 'x-field': 'address' },
        seen: { type: 'string', format: 'date-time' },
        tags: { type: 'array', items: { enum: ['a', 'b'] } },
        keeper: { 'x-field': 'user' },
        parent: link('account', 'branches'),
        size: {
          type: 'object',
          properties: { width: { type: 'integer' }, price: { 'x-field': 'money' }, maker: link('account', 'made') },
        },
      }),
      'modules/deal.json': named({
        account: link('account', 'deals'),
        'first.name': { type: 'string' },
        amount: { 'x-field': 'money' },
        many: { 'x-field': 'links', 'x-link': { module: 'account', inverse: 'manies' } },
      }),
    },
  })
  me = (await app.api.get('/model')).string('me', 'id')
  await make('account', 'Zeta', { industry: 'energy', share: '7' })
  await make('account', 'Acme', {
    industry: 'retail',
    worth: '12.5',
    share: '12345678901234567890.10',
    seat: { city: 'Ávila', country: 'ES' },
    seen: '2026-11-21T10:00:00Z',
    tags: ['b'],
    keeper: me,
    parent: idOf('Zeta'),
    size: { width: 3, price: '2', maker: idOf('Zeta') },
  })
  await make('deal', 'one', { account: idOf('Acme'), amount: '5' })
  await make('deal', 'two', { account: idOf('Zeta') })
  await make('deal', 'three', {})
})

afterAll(() => app.stop())

const idOf = (name: string): string => ids.get(name) ?? ''

const make = async (module: string, name: string, data: JsonObject): Promise<void> => {
  ids.set(name, (await app.api.post(`/records/${module}`, { name, ...data })).expect(201).string('id'))
}

const list = async (query: JsonObject) => (await app.api.post('/records/deal/query', query)).expect(200)

it.each<[string, () => Json]>([
  ['account.name', () => 'Acme'],
  ['account.industry', () => 'retail'],
  ['account.worth', () => ({ amount: '12.50', currency: 'EUR' })],
  ['account.worth.amount', () => '12.50'],
  ['account.share', () => '12345678901234567890.10'],
  ['account.seat', () => ({ city: 'Ávila', country: 'ES' })],
  ['account.seat.city', () => 'Ávila'],
  ['account.seen', () => '2026-11-21T10:00:00Z'],
  ['account.tags', () => ['b']],
  ['account.keeper', () => ({ id: me, label: 'ada' })],
  ['account.createdBy', () => me],
  ['account.version', () => 1],
  ['account.parent', () => ({ id: idOf('Zeta'), label: 'Zeta' })],
  ['account.parent.industry', () => 'energy'],
  ['account.parent.parent.industry', () => null],
  [
    'account.size',
    () => ({ width: 3, price: { amount: '2.00', currency: 'EUR' }, maker: { id: idOf('Zeta'), label: 'Zeta' } }),
  ],
  ['account.size.width', () => 3],
  ['account.size.price', () => ({ amount: '2.00', currency: 'EUR' })],
  ['account.size.price.currency', () => 'EUR'],
  ['account.size.maker', () => ({ id: idOf('Zeta'), label: 'Zeta' })],
  ['account', () => ({ id: idOf('Acme'), label: 'Acme' })],
  ['amount.currency', () => 'EUR'],
  ['account.deletedAt', () => null],
])('reads %s under the name of its path', async (path, value) => {
  const found = await list({ fields: ['name', path], sort: 'name' })
  expect(found.list('records')[0]).toEqual({ id: idOf('one'), version: 1, name: 'one', [path]: value() })
  expect(found.at('records', 1)).toEqual({ id: idOf('three'), version: 1, name: 'three', [path]: null })
  const single = await app.api.get(`/records/deal/${idOf('one')}`, { query: { fields: path } })
  expect(single.expect(200).at(path)).toEqual(value())
})

it('reads, sorts and filters by the same path, page by page', async () => {
  const query = {
    fields: 'name,account.industry,account.parent.name',
    sort: '-account.industry,name',
    filter: { field: 'account.industry', op: 'isNotEmpty' },
    limit: 1,
  }
  const first = await list(query)
  const second = await list({ ...query, cursor: first.string('next') })
  expect([first.at('records', 0), second.at('records', 0)].map((one) => JSON.stringify(one))).toEqual([
    JSON.stringify({
      id: idOf('two'),
      version: 1,
      name: 'two',
      'account.industry': 'energy',
      'account.parent.name': null,
    }),
    JSON.stringify({
      id: idOf('one'),
      version: 1,
      name: 'one',
      'account.industry': 'retail',
      'account.parent.name': 'Zeta',
    }),
  ])
  expect(second.at('next')).toBeNull()
})

it('reads a page of them in one query', async () => {
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  await list({ fields: 'name', sort: 'name' })
  const before = queries.mock.calls.length
  await list({ fields: 'name,account.industry,account.parent.name,account.keeper', sort: 'account.name' })
  const used = queries.mock.calls.length - before
  queries.mockRestore()
  expect(used).toBe(1)
})

it('reads them as they were, and nothing of a record that is gone', async () => {
  const asOf = (await app.api.get(`/records/deal/${idOf('three')}`)).string('updatedAt')
  await app.api.patch(`/records/account/${idOf('Acme')}`, { industry: 'energy' })
  const query = { fields: 'account.industry', filter: { field: 'name', op: 'equals', value: 'one' } }
  expect((await list(query)).at('records', 0, 'account.industry')).toBe('energy')
  expect((await list({ ...query, asOf })).at('records', 0, 'account.industry')).toBe('retail')
  const [gone, left] = ['gone', 'left']
  await make('account', gone, { industry: 'retail' })
  await make('deal', left, { account: idOf(gone) })
  await app.publish({
    'modules/deal.json': named({
      account: { ...link('account', 'deals'), 'x-link': { module: 'account', inverse: 'deals', onDelete: 'clear' } },
      'first.name': { type: 'string' },
      amount: { 'x-field': 'money' },
      many: { 'x-field': 'links', 'x-link': { module: 'account', inverse: 'manies' } },
    }),
  })
  await app.api.delete(`/records/account/${idOf(gone)}`)
  const rest = await list({ fields: 'account.industry', filter: { field: 'name', op: 'equals', value: left } })
  expect(rest.at('records', 0, 'account.industry')).toBeNull()
})

it.each<[string, string]>([
  ['account.nothing', 'FILTER_FIELD_UNKNOWN'],
  ['nothing.name', 'FILTER_FIELD_UNKNOWN'],
  ['account.worth.tax', 'FILTER_PART_UNKNOWN'],
  ['name.first', 'FILTER_PART_UNKNOWN'],
  ['many.name', 'FILTER_FIELD_IS_LIST'],
  ['account.deals', 'FILTER_FIELD_UNKNOWN'],
  ['account.parent.parent.parent.parent.name', 'FILTER_PATH_LONG'],
  ['account.', 'FILTER_FIELD_UNKNOWN'],
  ['.', 'FILTER_FIELD_UNKNOWN'],
  ['account.__proto__', 'FILTER_FIELD_UNKNOWN'],
  ['account.name"; drop table x; --', 'FILTER_FIELD_UNKNOWN'],
])('refuses the path %s', async (path, code) => {
  const answer = await app.api.post('/records/deal/query', { fields: [path] })
  expect([answer.status, ...answer.issues]).toEqual([422, `/fields ${code}`])
})

it('reads a field whose own name has a dot, and not too many ways at once', async () => {
  expect((await list({ fields: ['first.name'], limit: 1 })).at('records', 0, 'first.name')).toBeNull()
  const fields = Array.from({ length: 21 }, (_, index) => `account.${'parent.'.repeat(index % 3)}name${index}`)
  const many = [
    'name',
    'industry',
    'worth',
    'share',
    'seat',
    'seen',
    'tags',
    'keeper',
    'size',
    'createdAt',
    'updatedAt',
  ].flatMap((name) => [`account.${name}`, `account.parent.${name}`])
  const answer = await app.api.post('/records/deal/query', { fields: many })
  expect([answer.status, ...answer.issues]).toEqual([422, '/fields PATHS_TOO_MANY'])
  expect((await app.api.post('/records/deal/query', { fields })).status).toBe(422)
  expect((await app.api.post('/records/deal/query', { fields: many.slice(0, 20) })).status).toBe(200)
})

it('checks the columns of views', async () => {
  const view = (field: string) => ({
    'views/deal/all.json': { module: 'deal', kind: 'list', title: 'All', columns: [{ field }], sort: ['account.name'] },
  })
  await app.publish(view('account.parent.industry'))
  await expect(app.publish(view('account.parent.trade'))).rejects.toThrow('FILTER_FIELD_UNKNOWN')
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
