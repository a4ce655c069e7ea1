import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
const ids = new Map<string, string>()

const named = (properties: JsonObject): JsonObject => ({
  type: 'object',
  'x-module': { name: '{name}' },
  properties: { name: { type: 'string' }, ...properties },
})

const product = { 'x-field': 'link', 'x-link': { module: 'product', inverse: 'used' } }

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/product.json': named({}),
      'modules/quote.json': named({
        lines: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              product,
              price: { 'x-field': 'money' },
              count: { type: 'integer' },
              note: { type: 'string' },
            },
          },
        },
      }),
      'modules/campaign.json': named({
        quotes: {
          'x-field': 'links',
          'x-link': { module: 'quote', inverse: 'campaigns' },
          'x-attributes': { properties: { role: { enum: ['lead', 'guest'] }, fee: { 'x-field': 'money' }, product } },
        },
      }),
    },
  })
  await make('product', 'Bolt', {})
  await make('product', 'Nut', {})
  const line = (name: string, price: string, count: number) => ({ product: idOf(name), price, count })
  await make('quote', 'dear', { lines: [line('Bolt', '12.50', 1), line('Nut', '2', 9)] })
  await make('quote', 'cheap', { lines: [line('Nut', '1.10', 12)] })
  await make('quote', 'blank', { lines: [] })
  await make('quote', 'none', {})
  await make('campaign', 'spring', {})
  await join('dear', { role: 'lead', fee: '100', product: idOf('Bolt') })
  await join('cheap', { role: 'guest', fee: '5' })
})

afterAll(() => app.stop())

const idOf = (name: string): string => ids.get(name) ?? ''

const make = async (module: string, name: string, data: JsonObject): Promise<void> => {
  ids.set(name, (await app.api.post(`/records/${module}`, { name, ...data })).expect(201).string('id'))
}

const join = async (quote: string, attributes: JsonObject): Promise<void> => {
  const address = `/records/campaign/${idOf('spring')}/links/quotes`
  ;(await app.api.post(address, { id: idOf(quote), attributes })).expect(204)
}

const found = async (filter: Json, module = 'quote', more: JsonObject = {}): Promise<readonly Json[]> =>
  (await app.api.post(`/records/${module}/query`, { filter, sort: 'name', ...more }))
    .expect(200)
    .each('records', 'name')

it.each<[JsonObject, readonly string[]]>([
  [{ some: 'lines' }, ['cheap', 'dear']],
  [{ none: 'lines' }, ['blank', 'none']],
  [{ some: 'lines', where: { field: 'price', op: 'greaterThan', value: 10 } }, ['dear']],
  [{ none: 'lines', where: { field: 'price', op: 'greaterThan', value: 10 } }, ['blank', 'cheap', 'none']],
  [{ some: 'lines', where: { field: 'count', op: 'in', value: [9, 10] } }, ['dear']],
  [{ some: 'lines', where: { field: 'product.name', op: 'contains', value: 'BOLT' } }, ['dear']],
  [{ some: 'lines', where: { field: 'note', op: 'isEmpty' } }, ['cheap', 'dear']],
  [
    {
      some: 'lines',
      where: {
        all: [
          { field: 'price', op: 'lessThan', value: '2.50' },
          { field: 'count', op: 'atLeast', value: 10 },
        ],
      },
    },
    ['cheap'],
  ],
])('finds records by their rows: %j', async (filter, names) => {
  expect(await found(filter)).toEqual(names)
})

it('finds records by what a link says of itself, from both ends', async () => {
  const by = (field: string, op: string, value: Json) => ({ field: `attributes.${field}`, op, value })
  const where = by('role', 'equals', 'lead')
  expect(await found({ some: 'quotes', where }, 'campaign')).toEqual(['spring'])
  expect(await found({ some: 'campaigns', where })).toEqual(['dear'])
  expect(await found({ some: 'campaigns', where: by('fee', 'lessThan', 10) })).toEqual(['cheap'])
  expect(await found({ some: 'campaigns', where: by('product.name', 'equals', 'Bolt') })).toEqual(['dear'])
  expect(await found({ none: 'campaigns', where })).toEqual(['blank', 'cheap', 'none'])
  const both = { all: [where, { field: 'name', op: 'equals', value: 'cheap' }] }
  expect(await found({ some: 'quotes', where: both }, 'campaign')).toEqual([])
})

it('finds them as they were, and counts what it finds', async () => {
  const asOf = (await app.api.get(`/records/quote/${idOf('dear')}`)).string('updatedAt')
  const dear = { some: 'lines', where: { field: 'price', op: 'greaterThan', value: 10 } }
  const linked = { some: 'campaigns', where: { field: 'attributes.role', op: 'equals', value: 'lead' } }
  const joined = new Date().toISOString()
  await app.api.patch(`/records/quote/${idOf('dear')}`, { lines: [] })
  await app.api.delete(`/records/campaign/${idOf('spring')}/links/quotes?id=${idOf('dear')}`)
  expect(await found(dear)).toEqual([])
  expect(await found(dear, 'quote', { asOf })).toEqual(['dear'])
  expect(await found(linked, 'quote', { asOf: joined })).toEqual(['dear'])
  const counted = await app.api.post('/records/quote/query', { filter: { some: 'lines' }, count: 'exact' })
  expect(counted.expect(200).at('count', 'value')).toBe(1)
})

it.each<[Json, string]>([
  [{ some: 'lines', where: { field: 'total', op: 'isEmpty' } }, '/filter/where/field FILTER_PART_UNKNOWN'],
  [{ some: 'lines', where: { field: 'price', op: 'contains', value: 1 } }, '/filter/where/op FILTER_OPERATOR'],
  [{ some: 'lines', where: { field: 'count', op: 'equals', value: 'x' } }, '/filter/where/value FILTER_VALUE'],
  [{ some: 'lines', where: [] }, '/filter/where FILTER_SHAPE'],
  [{ some: 'lines.price' }, '/filter/some FILTER_LIST_UNKNOWN'],
  [{ some: 'campaigns', where: { field: 'attributes', op: 'isEmpty' } }, '/filter/where/field FILTER_FIELD_UNKNOWN'],
])('refuses %j where it is wrong', async (filter, issue) => {
  const answer = await app.api.post('/records/quote/query', { filter })
  expect([answer.status, ...answer.issues]).toEqual([422, issue])
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
