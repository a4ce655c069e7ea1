import type { Json, JsonObject } from '@telar/metadata'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

const link = (module: string, inverse: string, onDelete: string): JsonObject => ({
  'x-field': 'link',
  'x-link': { module, inverse, onDelete },
})

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/account.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: {
          name: { type: 'string' },
          industry: { enum: ['tools', 'food'] },
          parent: link('account', 'children', 'clear'),
          friends: {
            'x-field': 'links',
            'x-link': { module: 'deal', inverse: 'friendsOf' },
            'x-attributes': { properties: { role: { type: 'string' } } },
          },
        },
      },
      'modules/deal.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: {
          name: { type: 'string' },
          size: { type: 'integer' },
          amount: { 'x-field': 'money' },
          place: { 'x-field': 'address' },
          account: link('account', 'deals', 'cascade'),
          lines: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                product: { 'x-field': 'link', 'x-link': { module: 'account' } },
                count: { type: 'integer' },
              },
            },
          },
        },
      },
    },
  })
})

afterAll(() => app.stop())

const now = async (): Promise<string> => {
  const { rows } = await app.runtime.services.pool.query<{ now: string }>('select clock_timestamp() as now')
  return rows[0]?.now ?? ''
}

const queries: readonly { readonly address: string; readonly query: Readonly<Record<string, Json>> }[] = [
  { address: 'deal', query: { sort: 'createdAt', count: 'exact' } },
  { address: 'deal', query: { sort: '-amount,name', filter: { field: 'size', op: 'greaterThan', value: 1 } } },
  {
    address: 'deal',
    query: { sort: 'account,name', filter: { field: 'account.industry', op: 'equals', value: 'food' } },
  },
  {
    address: 'deal',
    query: {
      sort: 'name',
      filter: { not: { field: 'account.parent.name', op: 'contains', value: 'b' } },
      count: 'exact',
    },
  },
  { address: 'deal', query: { sort: 'createdAt', deleted: true } },
  {
    address: 'account',
    query: { sort: 'name', filter: { some: 'deals', where: { field: 'size', op: 'atLeast', value: 2 } } },
  },
  { address: 'account', query: { sort: '-name', filter: { none: 'friends' }, count: 'exact' } },
  {
    address: 'account',
    query: { sort: 'name', filter: { some: 'friends', where: { field: 'account.industry', op: 'isNotEmpty' } } },
  },
  {
    address: 'account',
    query: { sort: 'name', filter: { none: 'children', where: { field: 'name', op: 'contains', value: 'a' } } },
  },
  { address: 'deal', query: { sort: 'name', filter: { some: 'friendsOf' } } },
]

type Draw = fc.GeneratorValue

const pick = <Item>(draw: Draw, items: readonly Item[]): Item | undefined =>
  items[draw(fc.nat, { max: Math.max(items.length - 1, 0) })]

interface Made {
  readonly account: string[]
  readonly deal: string[]
}

const names = ['a', 'Ab', 'ábc', 'b', 'zeta']

const data = (draw: Draw, module: string, made: Made): JsonObject => {
  const account = draw(fc.boolean) ? (pick(draw, made.account) ?? null) : null
  const all = module === 'account' ? accountData(draw, account) : dealData(draw, account)
  return Object.fromEntries(Object.entries(all).filter(() => draw(fc.nat, { max: 3 }) > 0))
}

const accountData = (draw: Draw, account: string | null): JsonObject => ({
  name: pick(draw, names) ?? '',
  industry: pick(draw, ['tools', 'food', null]) ?? null,
  parent: account,
})

const dealData = (draw: Draw, account: string | null): JsonObject => ({
  name: pick(draw, names) ?? '',
  size: pick(draw, [null, 1, 2, 3]) ?? null,
  amount: pick<Json>(draw, [null, '5', { amount: '0.50', currency: 'EUR' }]) ?? null,
  place: pick<Json>(draw, [null, { city: 'Ávila' }, { street: 'x', country: 'ES' }]) ?? null,
  account,
  lines: account === null ? null : [{ product: account, count: 2 }],
})

/** One act on random records; most are refused now and then, which is as good. */
const act = async (draw: Draw, made: Made): Promise<void> => {
  const module = pick(draw, ['account', 'deal', 'deal'] as const) ?? 'deal'
  const step = made[module].length < 4 ? 0 : draw(fc.nat, { max: acts.length - 1 })
  await acts[step]?.(draw, { made, module, id: pick(draw, made[module]) ?? '' })
}

interface Scene {
  readonly made: Made
  readonly module: keyof Made
  readonly id: string
}

const create = async (draw: Draw, { made, module }: Scene): Promise<void> => {
  const answer = await app.api.post(`/records/${module}`, data(draw, module, made))
  if (answer.status === 201) made[module].push(answer.string('id'))
}

const change = (draw: Draw, { made, module, id }: Scene) =>
  app.api.patch(`/records/${module}/${id}`, data(draw, module, made))

const acts: readonly ((draw: Draw, scene: Scene) => Promise<unknown>)[] = [
  create,
  create,
  create,
  change,
  change,
  change,
  (_draw, { module, id }) => app.api.delete(`/records/${module}/${id}`),
  (_draw, { module, id }) => app.api.post(`/records/${module}/${id}/restore`),
  (draw, { made }) =>
    app.api.post(`/records/account/${pick(draw, made.account) ?? ''}/links/friends`, {
      id: pick(draw, made.deal) ?? '',
      attributes: { role: pick(draw, names) ?? '' },
    }),
  (draw, { made }) =>
    app.api.delete(`/records/deal/${pick(draw, made.deal) ?? ''}/links/friendsOf`, {
      body: { id: pick(draw, made.account) ?? '' },
    }),
]

/** All pages of a list as one, so that cursors are followed too. */
const everything = async (address: string, query: Readonly<Record<string, Json>>) => {
  const records: Json[] = []
  let cursor: Json = null
  let count: Json = null
  do {
    const page = (
      await app.api.get(`/records/${address}`, {
        query: { ...query, limit: 7, ...(cursor === null ? {} : { cursor }) },
      })
    ).expect(200)
    records.push(...page.list('records'), ...(page.at('attributes') === null ? [] : [page.at('attributes')]))
    count = page.at('count')
    cursor = page.at('next')
  } while (cursor !== null)
  return { records, count }
}

const look = async (made: Made, asOf: Readonly<Record<string, Json>>) => {
  const lists = await Promise.all(queries.map(({ address, query }) => everything(address, { ...query, ...asOf })))
  const linked = await Promise.all(
    [
      ...made.account.map((id) => `account/${id}/links/friends`),
      ...made.account.map((id) => `account/${id}/links/deals`),
      ...made.deal.map((id) => `deal/${id}/links/friendsOf`),
    ].map((address) => everything(address, { sort: 'name', ...asOf })),
  )
  const single = await Promise.all(
    (['account', 'deal'] as const).flatMap((module) =>
      made[module].map(async (id) => {
        const answer = await app.api.get(`/records/${module}/${id}`, { query: asOf })
        return answer.status === 200 ? answer.body : answer.status
      }),
    ),
  )
  return { lists, linked, single }
}

it('shows every moment of the past as it was shown then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const made: Made = { account: [], deal: [] }
      const moments: { readonly at: string; readonly made: Made; readonly seen: unknown }[] = []
      for (let moment = 0; moment < 12; moment += 1) {
        for (let step = 0; step < 6; step += 1) await act(draw, made)
        const known = { account: [...made.account], deal: [...made.deal] }
        moments.push({ made: known, seen: await look(known, {}), at: await now() })
      }
      for (const { at, made: known, seen } of moments) expect(await look(known, { asOf: at })).toEqual(seen)
    }),
    { numRuns: 2, endOnFailure: true },
  )
}, 240_000)

it('knows nothing before the first of it', async () => {
  const id = (await app.api.post('/records/deal', { name: 'late' })).expect(201).string('id')
  const before = '2001-01-01'
  expect((await app.api.get(`/records/deal/${id}?asOf=${before}`)).status).toBe(404)
  expect((await app.api.get(`/records/deal?asOf=${before}&count=exact`)).body).toEqual({
    records: [],
    next: null,
    count: { value: 0, exact: true },
  })
})

it('means the end of the day in the zone of the reader by a date alone', async () => {
  const id = (await app.api.post('/records/deal', { name: 'dated' })).expect(201).string('id')
  expect((await app.api.get(`/records/deal/${id}?asOf=9999-01-01`)).status).toBe(200)
  expect((await app.api.get(`/records/deal/${id}?asOf=2001-01-01T00:00:00Z`)).status).toBe(404)
})

it('gives only the fields that are asked for, of then', async () => {
  const id = (await app.api.post('/records/deal', { name: 'one', size: 1 })).expect(201).string('id')
  const at = await now()
  await app.api.patch(`/records/deal/${id}`, { size: 2 })
  expect((await app.api.get(`/records/deal/${id}`, { query: { asOf: at, fields: 'size' } })).body).toEqual({
    id,
    version: 1,
    size: 1,
  })
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
