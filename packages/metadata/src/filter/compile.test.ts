import { expect, test } from 'vitest'
import { compileFilter, InvalidFilter } from './compile.ts'
import { evaluate, type CellRow } from './evaluate.ts'
import { moduleNamed, testModel } from './filter-test-model.ts'
import type { Filter } from './filter.ts'

const me = '0198c1e2-7a4b-7c3d-8e5f-0123456789ab'
const context = { now: '2026-11-21T15:20:30.500Z', timeZone: 'Europe/Madrid', firstDayOfWeek: 1, user: { id: me } }

const compiled = (filter: Filter, module = 'deal') => compileFilter(testModel, moduleNamed(module), filter, context)

const column = (name: string, primitive: string) => ({ path: [], column: name, primitive, keys: [] })

const holds = (filter: Filter, row: CellRow): boolean =>
  evaluate(compiled(filter), row, { linked: () => undefined, through: () => [] })

test('names become physical columns and values cells', () => {
  expect(compiled({ field: 'count', op: 'equals', value: 5 })).toEqual({
    type: 'compare',
    operand: column('count_dddddddddf', 'integer'),
    compare: 'equals',
    values: [5],
  })
})

test('money alone means its worth in the main currency; a part means what was written', () => {
  expect(compiled({ field: 'amount', op: 'atLeast', value: '10' })).toMatchObject({
    operand: column('amount_dddddddddc_base', 'numeric'),
  })
  expect(compiled({ field: 'amount.currency', op: 'equals', value: 'USD' })).toMatchObject({
    operand: column('amount_dddddddddc_currency', 'text'),
    values: ['USD'],
  })
})

test('system fields have the columns that every table has', () => {
  expect(compiled({ field: 'ownerId', op: 'equals', value: { user: 'id' } })).toEqual({
    type: 'compare',
    operand: column('owner_id', 'uuid'),
    compare: 'equals',
    values: [me],
  })
})

test('a path follows links from table to table', () => {
  const account = { column: 'account_dddddddddh', table: 'account_aaaaaaaaaa', to: 'records' }
  const parent = { column: 'parent_aaaaaaaaac', table: 'account_aaaaaaaaaa', to: 'records' }
  expect(compiled({ field: 'account.parent.industry', op: 'equals', value: 'retail' })).toMatchObject({
    operand: { path: [account, parent], column: 'industry_aaaaaaaaab' },
  })
})

test('a path goes into a composite as keys of its json', () => {
  expect(compiled({ field: 'size.width', op: 'greaterThan', value: 3 })).toMatchObject({
    operand: { column: 'size_dddddddddk', keys: ['width'], primitive: 'integer' },
  })
  expect(compiled({ field: 'size.box.color', op: 'equals', value: 'red' })).toMatchObject({
    operand: { keys: ['box', 'color'], primitive: 'text' },
  })
  expect(compiled({ field: 'size.price', op: 'atMost', value: '5' })).toMatchObject({
    operand: { keys: ['price', 'base'], primitive: 'numeric' },
  })
})

test('lists of records are reached from both ends', () => {
  const table = 'campaign_cccccccccc'
  const via = 'campaigns_dddddddddj'
  expect(compiled({ some: 'campaigns' })).toEqual({
    type: 'exists',
    through: { type: 'links', via, from: 'from', to: 'to', table },
    where: { type: 'always' },
  })
  expect(compiled({ none: 'deals' }, 'campaign')).toEqual({
    type: 'not',
    of: {
      type: 'exists',
      through: { type: 'links', via, from: 'to', to: 'from', table: 'deal_dddddddddd' },
      where: { type: 'always' },
    },
  })
  expect(compiled({ some: 'branches', where: { field: 'name', op: 'isEmpty' } }, 'account')).toMatchObject({
    through: { type: 'inverse', table: 'account_aaaaaaaaaa', column: 'parent_aaaaaaaaac' },
  })
})

test('a calendar date of an instant is that day in the zone of the reader, also when clocks change', () => {
  expect(compiled({ field: 'calledAt', op: 'equals', value: '2026-10-25' })).toMatchObject({
    of: [
      { compare: 'atLeast', values: ['2026-10-24T22:00:00.000Z'] },
      { compare: 'less', values: ['2026-10-25T23:00:00.000Z'] },
    ],
  })
})

test('an instant is compared as it is, and by its day where a day is asked for', () => {
  const value = '2026-10-25T23:30:00+01:00'
  expect(compiled({ field: 'calledAt', op: 'lessThan', value })).toMatchObject({
    compare: 'less',
    values: ['2026-10-25T22:30:00Z'],
  })
  expect(compiled({ field: 'calledAt', op: 'on', value })).toMatchObject({
    of: [{ values: ['2026-10-24T22:00:00.000Z'] }, {}],
  })
  expect(compiled({ field: 'calledAt', op: 'on', value: { date: 'now' } })).toMatchObject({
    of: [{ values: ['2026-11-20T23:00:00.000Z'] }, {}],
  })
})

test('relative dates of a date are dates of the reader', () => {
  expect(compiled({ field: 'closeDate', op: 'atMost', value: { date: '-30d' } })).toMatchObject({
    values: ['2026-10-22'],
  })
  expect(compiled({ field: 'closeDate', op: 'equals', value: { date: 'now' } })).toMatchObject({
    values: ['2026-11-21'],
  })
})

test('a period is open where it has no end', () => {
  expect(compiled({ field: 'calledAt', op: 'within', value: 'past' })).toMatchObject({
    compare: 'less',
    values: ['2026-11-20T23:00:00.000Z'],
  })
})

test('a caller who is nobody owns nothing', () => {
  const nobody = compileFilter(
    testModel,
    moduleNamed('deal'),
    { field: 'ownerId', op: 'equals', value: { user: 'id' } },
    { ...context, user: { id: null } },
  )
  expect(nobody).toEqual({ type: 'never' })
})

test('empty and certain groups fold away', () => {
  expect(compiled({ all: [{ any: [{ all: [] }, { field: 'name', op: 'isEmpty' }] }] })).toEqual({ type: 'always' })
  expect(compiled({ any: [] })).toEqual({ type: 'never' })
  expect(compiled({ not: { not: { field: 'name', op: 'isEmpty' } } })).toMatchObject({ compare: 'isEmpty' })
})

test('text is searched without regard to case and accents, and compared exactly', () => {
  const name = 'name_ddddddddda'
  expect(holds({ field: 'name', op: 'contains', value: 'NANDU' }, { [name]: 'El Ñandú' })).toBe(true)
  expect(holds({ field: 'name', op: 'equals', value: 'el ñandú' }, { [name]: 'El Ñandú' })).toBe(false)
})

test("in somebody else's schema an empty text counts as empty", () => {
  const plain = compiled({ field: 'first.name', op: 'isEmpty' }, 'plain')
  expect(plain).toMatchObject({ type: 'any', of: [{ compare: 'isEmpty' }, { compare: 'equals', values: [''] }] })
  expect(compiled({ field: 'name', op: 'isEmpty' })).toMatchObject({ compare: 'isEmpty' })
})

test('a filter that was not checked is refused, not guessed', () => {
  expect(() => compiled({ field: 'nobody', op: 'isEmpty' })).toThrow(InvalidFilter)
})
