import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { crudDefinition } from './crud-definition.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ definition: crudDefinition })
})

afterAll(() => app.stop())

const make = async (name: string, data: JsonObject): Promise<string> =>
  (await app.api.post(`/records/${name}`, data)).expect(201).string('id')

it.each([
  'limit=0',
  'limit=501',
  'limit=x',
  'limit=1.5',
  'limit=-1',
  'limit=1e2',
  'count=yes',
  'deleted=1',
  'filter=%7B',
  'filter=7',
  'filter=%22x%22',
  'filter=%7B%22field%22%3A%22nobody%22%2C%22op%22%3A%22equals%22%2C%22value%22%3A1%7D',
  'sort=nobody',
  'sort=lines',
  `sort=${'name,'.repeat(9)}name`,
  'fields=nobody',
  'cursor=x',
  `cursor=${'A'.repeat(200)}`,
  'asOf=yesterday',
  'asOf=2026-02-30',
  'asOf=0000-01-01',
  'asOf=2026-01-01T00:00:00%2B24:00',
  'asOf=2026-01-01T00:00:00',
  'asOf=10000-01-01',
  'q=%00',
  'page=2',
  'asOf=2026-01-01&q=x',
  `filter=${encodeURIComponent(JSON.stringify({ all: Array.from({ length: 2000 }, () => ({ all: [] })) }))}`,
  `q=${'x'.repeat(17_000)}`,
])('refuses wrong parameters: %s', async (query) => {
  const answer = await app.api.get(`/records/account?${query}`)
  expect([400, 422], `${query.slice(0, 100)} ${answer.text.slice(0, 200)}`).toContain(answer.status)
  expect(answer.at('code')).toMatch(/^[A-Z_]+$/)
})

it.each<Json>([
  [],
  7,
  { limit: '1', nonsense: 1 },
  { limit: {} },
  { sort: 7 },
  { sort: [7] },
  { fields: 'x,,y' },
  { fields: [1] },
  { cursor: 7 },
  { q: [] },
  { deleted: 'maybe' },
  { asOf: 7 },
  { filter: [] },
])('refuses wrong parameters in a body: %j', async (body) => {
  const answer = await app.api.post('/records/account/query', body)
  expect([400, 422], answer.text.slice(0, 200)).toContain(answer.status)
})

it('finds words in a list, in whatever case and accent', async () => {
  const id = await make('item', { name: 'Águila Ñandú 50%' })
  for (const q of ['aguila', 'ÑAND', 'ñandu águi', '50%', 'gui'])
    expect((await app.api.get('/records/item', { query: { q } })).each('records', 'id')).toEqual([id])
  for (const q of ['aguila zorro', '5_%', String.raw`\%`])
    expect((await app.api.get('/records/item', { query: { q, count: 'exact' } })).at('count', 'value')).toBe(0)
})

it('gives only the fields that are asked for, and id and version', async () => {
  const id = await make('account', { name: 'few' })
  const list = await app.api.get('/records/account', {
    query: { fields: 'name', filter: { field: 'id', op: 'equals', value: id } },
  })
  expect(list.at('records', 0)).toEqual({ id, version: 1, name: 'few' })
  expect((await app.api.get(`/records/account/${id}?fields=stage,size`)).body).toEqual({
    id,
    version: 1,
    stage: 'new',
    size: null,
  })
  expect((await app.api.get(`/records/account/${id}?fields=nobody`)).status).toBe(422)
})

it('knows no module that is not there', async () => {
  for (const name of ['nobody', 'Account', '__proto__', 'constructor', '%00', 'account%00'])
    expect((await app.api.get(`/records/${name}`)).at('code'), name).toBe('MODULE_UNKNOWN')
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
