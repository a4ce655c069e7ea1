import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
const ids: Record<string, string> = {}

const stages = {
  title: 'Stage',
  options: [
    { value: 'open', label: 'Open' },
    { value: 'won', label: 'Won' },
    { value: 'lost', label: 'Lost' },
  ],
}

const deals: readonly JsonObject[] = [
  {
    name: 'a',
    stage: 'won',
    amount: '100.10',
    hours: 3,
    closed: '2026-01-31',
    at: '2026-01-31T23:30:00Z',
    company: 'zeta',
  },
  {
    name: 'b',
    stage: 'won',
    amount: { amount: '10', currency: 'USD' },
    hours: 5,
    closed: '2026-02-01',
    at: '2026-02-01T10:00:00Z',
    company: 'alfa',
  },
  { name: 'c', stage: 'open', amount: '0.20', closed: '2026-02-15', at: '2026-02-15T10:00:00Z', company: 'alfa' },
  {
    name: 'd',
    stage: 'open',
    company: 'alfa',
    lines: [
      { product: 'bolt', quantity: 2, price: '1.50' },
      { product: 'nut', quantity: 1, price: '0.05' },
    ],
  },
  { name: 'e', hours: 4, lines: [{ product: 'bolt', quantity: 10, price: '1.00' }] },
]

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'telar.json': {
        name: 'totals',
        title: 'Totals',
        version: '1.0.0',
        currency: 'EUR',
        currencies: { USD: '0.5' },
        timeZone: 'Europe/Madrid',
      },
      'options/stage.json': stages,
      'modules/company.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: { name: { type: 'string' }, sector: { type: 'string' } },
      },
      'modules/deal.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: {
          name: { type: 'string' },
          stage: { 'x-field': 'select', 'x-options': 'stage' },
          amount: { 'x-field': 'money' },
          hours: { type: 'integer' },
          closed: { type: 'string', format: 'date' },
          at: { type: 'string', format: 'date-time' },
          company: { 'x-field': 'link', 'x-link': { module: 'company' } },
          lines: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                product: { type: 'string' },
                quantity: { type: 'integer' },
                price: { 'x-field': 'decimal' },
              },
            },
          },
        },
      },
    },
  })
  for (const [name, sector] of [
    ['zeta', 'metal'],
    ['alfa', 'food'],
  ] as const)
    ids[name] = (await app.api.post('/records/company', { name, sector })).expect(201).string('id')
  for (const deal of deals) {
    const company = typeof deal['company'] === 'string' ? { company: ids[deal['company']] ?? null } : {}
    ;(await app.api.post('/records/deal', { ...deal, ...company })).expect(201)
  }
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const totals = async (body: JsonObject): Promise<readonly Json[]> =>
  (await app.api.post('/records/deal/aggregate', body)).expect(200).list('groups')

describe('totals', () => {
  it('count all records without a group', async () => {
    expect(
      await totals({
        measures: [{ measure: 'count' }, { measure: 'sum', field: 'hours' }, { measure: 'average', field: 'hours' }],
      }),
    ).toEqual([{ keys: [], values: [5, 12, 4] }])
  })

  it('add money up in the main currency, to the cent', async () => {
    expect(
      await totals({
        measures: [
          { measure: 'sum', field: 'amount' },
          { measure: 'max', field: 'amount' },
        ],
      }),
    ).toEqual([
      {
        keys: [],
        values: [
          { amount: '105.30', currency: 'EUR' },
          { amount: '100.10', currency: 'EUR' },
        ],
      },
    ])
  })

  it('group choices in the order of their list, empty last', async () => {
    expect(await totals({ groupBy: [{ field: 'stage' }], measures: [{ measure: 'count' }] })).toEqual([
      { keys: ['open'], values: [2] },
      { keys: ['won'], values: [2] },
      { keys: [null], values: [1] },
    ])
  })

  it('group links by label and through them', async () => {
    expect(await totals({ groupBy: [{ field: 'company' }], measures: [{ measure: 'count' }] })).toEqual([
      { keys: [{ id: ids['alfa'], label: 'alfa' }], values: [3] },
      { keys: [{ id: ids['zeta'], label: 'zeta' }], values: [1] },
      { keys: [null], values: [1] },
    ])
    expect(
      await totals({
        groupBy: [{ field: 'company.sector' }],
        measures: [{ measure: 'countDistinct', field: 'stage' }],
      }),
    ).toEqual([
      { keys: ['food'], values: [2] },
      { keys: ['metal'], values: [1] },
      { keys: [null], values: [0] },
    ])
  })

  it('group days and times by month in the reader’s zone', async () => {
    expect(
      await totals({
        groupBy: [{ field: 'closed', by: 'month' }],
        measures: [{ measure: 'count' }],
        filter: { field: 'closed', op: 'isNotEmpty' },
      }),
    ).toEqual([
      { keys: ['2026-01-01'], values: [1] },
      { keys: ['2026-02-01'], values: [2] },
    ])
    // Half past eleven in the evening in London is the next month in Madrid.
    expect(
      await totals({
        groupBy: [{ field: 'at', by: 'month' }],
        measures: [{ measure: 'count' }],
        filter: { field: 'at', op: 'isNotEmpty' },
      }),
    ).toEqual([{ keys: ['2026-02-01'], values: [3] }])
    expect(
      await totals({
        groupBy: [{ field: 'closed', by: 'week' }],
        measures: [{ measure: 'count' }],
        filter: { field: 'closed', op: 'isNotEmpty' },
      }),
    ).toEqual([
      { keys: ['2026-01-26'], values: [2] },
      { keys: ['2026-02-09'], values: [1] },
    ])
  })

  it('look into the rows of a list', async () => {
    expect(
      await totals({
        each: 'lines',
        groupBy: [{ field: 'lines.product' }],
        measures: [
          { measure: 'count' },
          { measure: 'sum', field: 'lines.quantity' },
          { measure: 'max', field: 'lines.price' },
        ],
      }),
    ).toEqual([
      { keys: ['bolt'], values: [2, 12, '1.5'] },
      { keys: ['nut'], values: [1, 1, '0.05'] },
    ])
  })

  it('are ordered, cut and chosen by their own figures', async () => {
    const answer = (
      await app.api.post('/records/deal/aggregate', {
        groupBy: [{ field: 'stage' }],
        measures: [{ measure: 'sum', field: 'amount', as: 'worth' }],
        sort: '-worth',
        limit: 1,
      })
    ).expect(200)
    expect(answer.at('groups', 0, 'keys', 0)).toBe('won')
    expect(answer.body['more']).toBe(true)
    expect(
      await totals({
        groupBy: [{ field: 'stage' }],
        measures: [{ measure: 'count' }],
        having: [{ measure: 'count', op: 'atLeast', value: 2 }],
      }),
    ).toHaveLength(2)
  })

  it.each<readonly [string, JsonObject, string]>([
    ['an unknown field', { groupBy: [{ field: 'stages' }], measures: [] }, '/groupBy/0/field FILTER_FIELD_UNKNOWN'],
    ['a sum of texts', { measures: [{ measure: 'sum', field: 'name' }] }, '/measures/0/measure AGGREGATE_NO_MEASURE'],
    [
      'months of a text',
      { groupBy: [{ field: 'name', by: 'month' }], measures: [] },
      '/groupBy/0/by AGGREGATE_NO_GROUP',
    ],
    ['fortnights', { groupBy: [{ field: 'closed', by: 'fortnight' }], measures: [] }, '/groupBy/0/by AGGREGATE_PART'],
    ['groups of lists', { groupBy: [{ field: 'lines' }], measures: [] }, '/groupBy/0 AGGREGATE_NO_GROUP'],
    ['rows of no list', { each: 'name', measures: [{ measure: 'count' }] }, '/each AGGREGATE_EACH'],
    ['a list that is none', { groupBy: 'stage', measures: [] }, '/groupBy AGGREGATE_SHAPE'],
    [
      'six groups',
      { groupBy: Array.from({ length: 6 }, (_, index) => ({ field: 'stage', as: `g${index}` })), measures: [] },
      '/groupBy AGGREGATE_TOO_MANY',
    ],
    [
      'the same name twice',
      { groupBy: [{ field: 'stage' }, { field: 'stage' }], measures: [] },
      ' AGGREGATE_NAME_TWICE',
    ],
    ['an order by nothing known', { measures: [{ measure: 'count' }], sort: '-worth' }, '/sort AGGREGATE_NAME'],
    [
      'a condition on nothing',
      { measures: [{ measure: 'count' }], having: [{ measure: 'count', op: 'like', value: 'x' }] },
      '/having/0 AGGREGATE_SHAPE',
    ],
    [
      'a filter that is wrong',
      { measures: [{ measure: 'count' }], filter: { field: 'nothing', op: 'equals', value: 1 } },
      '/filter/field FILTER_FIELD_UNKNOWN',
    ],
  ])('refuse %s', async (_what, body, issue) => {
    expect((await app.api.post('/records/deal/aggregate', body)).expect(422).issues).toContain(issue)
  })

  it.each([[{ nothing: 1 }], [{ measures: [], limit: 0 }], [{ measures: [], limit: 5001 }]])(
    'refuse the parameters %j',
    async (body) => {
      ;(await app.api.post('/records/deal/aggregate', body)).expect(400)
    },
  )
})
