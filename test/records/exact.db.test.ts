import { isList, isObject, type Json, stringAt } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Answer } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

/** Digits that a number of JSON does not hold, and zeros at the end that it does not show. */
const many = '12345678901234567890.10'
const more = '98765432109876543210.00'

const priced = {
  exact: { 'x-field': 'decimal', 'x-scale': 2 },
  share: { 'x-field': 'percent', 'x-scale': 2 },
  price: { 'x-field': 'money' },
}

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/deal.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: {
          name: { type: 'string' },
          ...priced,
          size: { type: 'object', properties: priced },
          lines: { type: 'array', items: { type: 'object', properties: priced } },
        },
      },
    },
  })
})

afterAll(() => app.stop())

const amounts = (text: string) => ({ exact: text, share: text, price: { amount: text, currency: 'EUR' } })
const values = (text: string) => ({ ...amounts(text), size: amounts(text), lines: [amounts(text), amounts('15.00')] })

const deal = (text: string): Promise<Answer> => app.api.post('/records/deal', { name: 'deal', ...values(text) })
const address = (answer: Answer): string => `/records/deal/${answer.string('id')}`

const byField = (changes: Json, side: 'before' | 'after'): Json =>
  Object.fromEntries(
    (isList(changes) ? changes : [])
      .filter(isObject)
      .map((change) => [stringAt(change, 'field') ?? '', change[side] ?? null]),
  )

const conflicts = (answer: Answer, side: 'yours' | 'theirs'): Json =>
  Object.fromEntries(
    answer
      .list('issues')
      .map((_, at) => [answer.string('issues', at, 'pointer').slice(1), answer.at('issues', at, 'params', side)]),
  )

it('keeps every digit on the way in and out', async () => {
  const made = (await deal(many)).expect(201)
  expect(made.body).toMatchObject(values(many))
  expect((await app.api.get(address(made))).body).toMatchObject(values(many))
})

it('tells them in the story of a record, before and after', async () => {
  const made = await deal(many)
  await app.api.patch(address(made), values(more))
  await app.api.patch(address(made), { exact: 15, share: '15', price: '15', size: null, lines: [] })
  const told = await app.api.get(`${address(made)}/history`)
  expect(byField(told.at('entries', 0, 'changes'), 'before')).toEqual(values(more))
  expect(byField(told.at('entries', 0, 'changes'), 'after')).toEqual({ ...amounts('15.00'), size: null, lines: [] })
  expect(byField(told.at('entries', 1, 'changes'), 'before')).toEqual(values(many))
  expect(byField(told.at('entries', 1, 'changes'), 'after')).toEqual(values(more))
  expect(byField(told.at('entries', 2, 'changes'), 'after')).toMatchObject(values(many))
})

it('shows them as they were, alone and in lists that filter and sort by them', async () => {
  const made = await deal(many)
  const asOf = made.string('updatedAt')
  await app.api.patch(address(made), values('1.00'))
  expect((await app.api.get(address(made), { query: { asOf } })).body).toMatchObject(values(many))
  for (const field of ['exact', 'share', 'price', 'price.amount', 'size.exact', 'size.price.amount']) {
    const list = await app.api.get('/records/deal', {
      query: { asOf, sort: `-${field}`, filter: { field, op: 'equals', value: many } },
    })
    expect(list.expect(200).list('records')).toContainEqual(expect.objectContaining(values(many)))
  }
})

it('tells both values of a conflict whole', async () => {
  const made = await deal(many)
  await app.api.patch(address(made), values(more), { version: 1 })
  const answer = await app.api.patch(address(made), values('15'), { version: 1 })
  expect(answer.status).toBe(409)
  expect(conflicts(answer, 'theirs')).toEqual(values(more))
  expect(conflicts(answer, 'yours')).toEqual(values('15.00'))
})

it('brings them back with a record that was deleted', async () => {
  const made = await deal(many)
  await app.api.delete(address(made))
  expect((await app.api.post(`${address(made)}/restore`)).expect(200).body).toMatchObject(values(many))
  expect((await app.api.get(address(made))).body).toMatchObject(values(many))
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
