import { isObject, type Json, type JsonObject, stringAt } from '@telar/metadata'
import fc from 'fast-check'
import type { TestApp } from '../drivers/test-app.ts'

/** A small company whose every field can be grouped or measured, with options whose order is not that of the alphabet. */
const link = (module: string, inverse: string): JsonObject => ({ 'x-field': 'link', 'x-link': { module, inverse } })

const stages = ['won', 'new', 'lost']

export const companyDefinition: Readonly<Record<string, JsonObject>> = {
  'telar.json': {
    name: 'company',
    version: '1.0.0',
    title: 'Company',
    currency: 'EUR',
    currencies: { USD: '0.5' },
    timeZone: 'Europe/Madrid',
    languages: ['en'],
  },
  'modules/region.json': { type: 'object', 'x-module': { name: '{name}' }, properties: { name: { type: 'string' } } },
  'modules/account.json': {
    type: 'object',
    'x-module': { name: '{name}' },
    properties: { name: { type: 'string' }, industry: { enum: ['tools', 'food'] }, region: link('region', 'accounts') },
  },
  'modules/product.json': {
    type: 'object',
    'x-module': { name: '{name}' },
    properties: { name: { type: 'string' }, category: { enum: ['soft', 'hard'] } },
  },
  'modules/deal.json': {
    type: 'object',
    'x-module': { name: '{name}' },
    properties: {
      name: { type: 'string' },
      stage: { enum: stages },
      level: { enum: [3, 1, 2] },
      done: { type: 'boolean' },
      size: { type: 'integer' },
      score: { type: 'number' },
      weight: { 'x-field': 'decimal', 'x-scale': 3 },
      amount: { 'x-field': 'money' },
      closeOn: { type: 'string', format: 'date' },
      heldAt: { type: 'string', format: 'date-time' },
      account: link('account', 'deals'),
      agent: { 'x-field': 'user' },
      place: { 'x-field': 'address' },
      tags: { type: 'array', items: { enum: ['a', 'b'] } },
      size2: { type: 'object', properties: { width: { type: 'integer' }, unit: { enum: ['cm', 'in'] } } },
      lines: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            product: { 'x-field': 'link', 'x-link': { module: 'product' } },
            count: { type: 'integer' },
            price: { 'x-field': 'money' },
            rate: { 'x-field': 'percent', 'x-scale': 2 },
            on: { type: 'string', format: 'date' },
            note: { type: 'string' },
          },
        },
      },
    },
  },
}

const dates = ['2026-01-01', '2026-01-04', '2026-01-05', '2026-03-31', '2026-04-01', '2025-12-29', '2024-02-29']

/** Around midnights and changes of clocks in Madrid. */
const times = [
  '2025-12-31T22:59:59.999999Z',
  '2025-12-31T23:00:00Z',
  '2026-03-29T00:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-06-30T21:59:00Z',
  '2026-06-30T22:00:00Z',
]

const amounts = ['0.00', '10.00', '-2.50', '1234.56', '1000.00']

type Draw = fc.GeneratorValue

const pick = <Item>(draw: Draw, items: readonly Item[]): Item => draw(fc.constantFrom<Item[]>, ...items)

const perhaps = (draw: Draw, items: readonly Json[]): Json =>
  draw(fc.nat, { max: 4 }) === 0 ? null : pick(draw, items)

const money = amounts.flatMap((amount) => [
  { amount, currency: 'EUR' },
  { amount, currency: 'USD' },
])

const line = (draw: Draw, products: readonly string[]): JsonObject => ({
  product: perhaps(draw, products),
  count: perhaps(draw, [1, 2, 30]),
  price: perhaps(draw, money),
  rate: perhaps(draw, ['0', '12.25', '-3']),
  on: perhaps(draw, dates),
  note: perhaps(draw, ['x', 'X', 'ñ']),
})

const deal = (draw: Draw, { accounts, products, people }: Ids): JsonObject => ({
  name: perhaps(draw, ['a', 'A', 'á', 'b', 'ñ']),
  stage: perhaps(draw, stages),
  level: perhaps(draw, [1, 2, 3]),
  done: perhaps(draw, [true, false]),
  size: perhaps(draw, [0, 1, -7, 900719]),
  score: perhaps(draw, [0.5, -1.25, 1024]),
  weight: perhaps(draw, ['0.001', '12.5', '-3', '99999999.999']),
  amount: perhaps(draw, money),
  closeOn: perhaps(draw, dates),
  heldAt: perhaps(draw, times),
  account: perhaps(draw, accounts),
  agent: perhaps(draw, people),
  place: perhaps(draw, [{ city: 'Ávila', country: 'ES' }, { city: 'Lugo' }, { street: 'x' }]),
  tags: perhaps(draw, [[], ['a'], ['b', 'a']]),
  size2: perhaps(draw, [{ width: 3, unit: 'cm' }, { unit: 'in' }, { width: 5 }]),
  lines: perhaps(
    draw,
    [0, 1, 2, 4].map((length) => Array.from({ length }, () => line(draw, products))),
  ),
})

interface Ids {
  readonly accounts: readonly string[]
  readonly products: readonly string[]
  readonly people: readonly string[]
}

/** Everything that was made, by id, as it is read. */
export interface Company {
  readonly deals: readonly JsonObject[]
  readonly byId: ReadonlyMap<string, JsonObject>
}

export const fillCompany = async (app: TestApp, count: number): Promise<Company> => {
  const [draw] = fc.sample(fc.gen(), { numRuns: 1, seed: 7 })
  if (draw === undefined) throw new Error('nothing was drawn')
  const make = async (module: string, data: JsonObject) =>
    (await app.api.post(`/records/${module}`, data)).expect(201).string('id')
  const regions = [await make('region', { name: 'Norte' }), await make('region', { name: 'sur' })]
  const accounts = await Promise.all(
    ['Zeta', 'ángel', 'Beta', 'ñandú'].map((name) =>
      make('account', { name, industry: perhaps(draw, ['tools', 'food']), region: perhaps(draw, regions) }),
    ),
  )
  const products = await Promise.all(
    ['Saw', 'axe', 'Églantine'].map((name) => make('product', { name, category: perhaps(draw, ['soft', 'hard']) })),
  )
  await app.person('Nora')
  const people = (await app.api.get('/model')).each('members', 'id').map(String)
  const items = Array.from({ length: count }, () => ({
    op: 'create',
    data: deal(draw, { accounts, products, people }),
  }))
  ;(await app.api.post('/records/deal/batch', { items })).expect(200)
  const byId = new Map<string, JsonObject>()
  for (const module of ['region', 'account', 'product', 'deal']) {
    const list = (await app.api.get(`/records/${module}?limit=500`)).expect(200)
    for (const record of list.list('records'))
      if (isObject(record)) byId.set(stringAt(record, 'id') ?? '', { ...record, module })
  }
  return { deals: [...byId.values()].filter((record) => record['module'] === 'deal'), byId }
}
