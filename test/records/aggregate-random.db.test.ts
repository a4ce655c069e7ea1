import { isObject, type Json, type JsonObject } from '@telar/metadata'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { aggregateByHand, type WrittenAggregate } from './aggregate-by-hand.ts'
import { type Company, companyDefinition, fillCompany } from './aggregate-company.ts'

let app: TestApp
let company: Company

beforeAll(async () => {
  app = await startTestApp({ definition: companyDefinition })
  company = await fillCompany(app, 300)
})

afterAll(() => app.stop())

const aggregate = (body: Json) => app.api.post('/records/deal/aggregate', body)

const count = { measures: [{ measure: 'count' }] }

const groupings: readonly WrittenAggregate['groupBy'][number][] = [
  ...[
    'stage',
    'level',
    'done',
    'size',
    'name',
    'amount',
    'closeOn',
    'account',
    'account.industry',
    'account.region',
  ].map((field) => ({ field })),
  ...[
    'account.region.name',
    'account.name',
    'agent',
    'createdBy',
    'place.city',
    'amount.currency',
    'size2.width',
    'size2.unit',
    'weight',
  ].map((field) => ({ field })),
  ...['year', 'quarter', 'month', 'week', 'day'].flatMap((by) => [
    { field: 'closeOn', by },
    { field: 'heldAt', by },
  ]),
  { field: 'heldAt', by: 'hour' },
]

const ofRows: readonly WrittenAggregate['groupBy'][number][] = [
  ...[
    'lines.product',
    'lines.product.category',
    'lines.product.name',
    'lines.count',
    'lines.price',
    'lines.note',
    'lines.on',
  ].map((field) => ({ field })),
  ...['year', 'month', 'week'].map((by) => ({ field: 'lines.on', by })),
]

const numeric = ['count', 'countDistinct', 'sum', 'average', 'min', 'max']

const measures: readonly WrittenAggregate['measures'][number][] = [
  { measure: 'count' },
  ...['size', 'score', 'weight', 'amount', 'size2.width'].flatMap((field) =>
    numeric.map((measure) => ({ measure, field })),
  ),
  ...['closeOn', 'heldAt'].flatMap((field) =>
    ['count', 'countDistinct', 'min', 'max'].map((measure) => ({ measure, field })),
  ),
  ...['tags', 'lines', 'done', 'place'].map((field) => ({ measure: 'count', field })),
  ...['stage', 'account', 'account.region', 'agent', 'name', 'id', 'amount.currency'].map((field) => ({
    measure: 'countDistinct',
    field,
  })),
]

const measuresOfRows: readonly WrittenAggregate['measures'][number][] = [
  ...['lines.count', 'lines.price', 'lines.rate'].flatMap((field) => numeric.map((measure) => ({ measure, field }))),
  { measure: 'countDistinct', field: 'lines.product' },
  { measure: 'max', field: 'lines.on' },
]

/** Numbers as numbers, however they travel, so that they can be compared. */
const plain = (value: Json): Json => {
  const number = isObject(value) ? (value['amount'] ?? null) : value
  return typeof number === 'string' && /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : number
}

const keyed = (groups: readonly Json[]): ReadonlyMap<string, readonly Json[]> =>
  new Map(
    groups.map((group) => {
      const { keys, values } = isObject(group) ? group : {}
      return [JSON.stringify(keys), Array.isArray(values) ? values.map(plain) : []]
    }),
  )

/** An average of money is rounded to its coins. */
const nearly = (value: Json, measure: WrittenAggregate['measures'][number] | undefined): unknown => {
  const isRounded = measure?.measure === 'average' && ['amount', 'lines.price'].includes(measure.field ?? '')
  return typeof value === 'number' ? expect.closeTo(value, isRounded ? 1 : 4) : value
}

const some = <Item>(draw: fc.GeneratorValue, items: readonly Item[], max: number): readonly Item[] =>
  draw(fc.uniqueArray<Item, string>, fc.constantFrom(...items), {
    maxLength: max,
    selector: (item) => JSON.stringify(item),
  })

it('answers what a plain computation over the records finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const isOfRows = draw(fc.boolean)
      const written: WrittenAggregate = {
        groupBy: some(draw, isOfRows ? [...groupings, ...ofRows, ...ofRows] : groupings, 3),
        measures: some(draw, isOfRows ? [...measures, ...measuresOfRows, ...measuresOfRows] : measures, 6),
        ...(isOfRows ? { each: 'lines' } : {}),
      }
      const answer = (await aggregate({ ...written, limit: 5000 })).expect(200)
      const found = keyed(answer.list('groups'))
      const wanted = aggregateByHand(company, written)
      expect([...found.keys()].toSorted()).toEqual([...wanted.keys()].toSorted())
      for (const [key, values] of wanted) {
        const told = found.get(key) ?? []
        expect(told, key).toEqual(values.map((value, index) => nearly(value, written.measures[index])))
      }
    }),
    { numRuns: 100, endOnFailure: true },
  )
})

it('takes part only what the filter selects', async () => {
  const filter: JsonObject = {
    all: [
      { field: 'stage', op: 'equals', value: 'won' },
      { field: 'account.industry', op: 'equals', value: 'tools' },
    ],
  }
  const listed = (await app.api.get('/records/deal', { query: { filter, limit: 1, count: 'exact' } })).at(
    'count',
    'value',
  )
  expect((await aggregate({ filter, ...count })).at('groups', 0, 'values')).toEqual([listed])
  expect((await aggregate({ filter, groupBy: [{ field: 'stage' }], ...count })).at('groups', 0)).toEqual({
    keys: ['won'],
    values: [listed],
  })
  const words = (await app.api.get('/records/deal', { query: { q: 'b', limit: 1, count: 'exact' } })).at(
    'count',
    'value',
  )
  expect((await aggregate({ q: 'b', ...count })).at('groups', 0, 'values', 0)).toBe(words)
  expect((await aggregate({ deleted: true, ...count })).at('groups', 0, 'values')).toEqual([0])
})

it('orders groups as people order them, empty ones last', async () => {
  const keysOf = async (body: JsonObject) => (await aggregate(body)).expect(200).each('groups', 'keys').flat()
  expect(await keysOf({ groupBy: [{ field: 'stage' }] })).toEqual(['won', 'new', 'lost', null])
  expect(await keysOf({ groupBy: [{ field: 'stage' }], sort: '-stage' })).toEqual(['lost', 'new', 'won', null])
  expect(await keysOf({ groupBy: [{ field: 'level' }] })).toEqual([3, 1, 2, null])
  expect(await keysOf({ groupBy: [{ field: 'closeOn', by: 'year' }] })).toEqual([
    '2024-01-01',
    '2025-01-01',
    '2026-01-01',
    null,
  ])
  const accounts = await aggregate({ groupBy: [{ field: 'account' }] })
  expect(accounts.list('groups').map((_, index) => accounts.at('groups', index, 'keys', 0, 'label'))).toEqual([
    'ángel',
    'Beta',
    'ñandú',
    'Zeta',
    null,
  ])
})

it('never adds up amounts of several currencies', async () => {
  const answer = await aggregate({ measures: [{ measure: 'sum', field: 'amount.amount' }] })
  expect(answer.issues).toEqual(['/measures/0/measure AGGREGATE_NO_MEASURE'])
})

it('sums only what is worth the same: money in the main currency', async () => {
  const answer = (
    await aggregate({ groupBy: [{ field: 'amount.currency' }], measures: [{ measure: 'sum', field: 'amount' }] })
  ).expect(200)
  expect(answer.list('groups').map((_, index) => answer.at('groups', index, 'values', 0, 'currency'))).toEqual([
    'EUR',
    'EUR',
    null,
  ])
})

it('looks at the past as lists do', async () => {
  const before = new Date().toISOString()
  const total = (await aggregate(count)).at('groups', 0, 'values', 0)
  const made = (await app.api.post('/records/deal', { stage: 'won' })).expect(201).string('id')
  expect((await aggregate(count)).at('groups', 0, 'values', 0)).toBe(Number(total) + 1)
  expect((await aggregate({ asOf: before, ...count })).at('groups', 0, 'values', 0)).toBe(total)
  await app.api.delete(`/records/deal/${made}`)
  expect((await aggregate(count)).at('groups', 0, 'values', 0)).toBe(total)
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
