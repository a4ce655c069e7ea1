import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issueCodes, messageOf } from '../issue/texts.ts'
import { checkFilter } from './check.ts'
import { moduleNamed, testModel } from './filter-test-model.ts'
import { filterTexts } from './filter-texts.ts'

const problems = (filter: unknown, module = 'deal'): readonly string[] =>
  checkFilter(testModel, moduleNamed(module), filter).map(({ code, pointer }) => `${code} ${pointer}`)

test.each([
  { field: 'name', op: 'contains', value: 'ñ' },
  { field: 'stage', op: 'in', value: ['won', 'lost'] },
  { field: 'amount', op: 'atLeast', value: '1000.50' },
  { field: 'amount.currency', op: 'equals', value: 'EUR' },
  { field: 'closeDate', op: 'lessThan', value: { date: 'startOfMonth-1m' } },
  { field: 'calledAt', op: 'on', value: '2026-11-21' },
  { field: 'calledAt', op: 'within', value: 'last30Days' },
  { field: 'calledAt', op: 'atLeast', value: '2026-11-21T10:00:00+01:00' },
  { field: 'tags', op: 'hasAll', value: ['hot'] },
  { field: 'account', op: 'equals', value: { id: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab' } },
  { field: 'account.parent.parent.parent.name', op: 'isNotEmpty' },
  { field: 'helper', op: 'equals', value: { user: 'id' } },
  { field: 'ownerId', op: 'notEquals', value: { user: 'id' } },
  { field: 'createdAt', op: 'greaterThan', value: { date: '-4h' } },
  { field: 'id', op: 'in', value: [] },
  { field: 'count', op: 'in', value: [1, 2] },
  { field: 'amount', op: 'notIn', value: ['10.50', { amount: '2', currency: 'EUR' }] },
  { field: 'size.width', op: 'in', value: [1] },
  { some: 'campaigns' },
  { none: 'campaigns', where: { field: 'name', op: 'startsWith', value: 'X' } },
  { some: 'lines' },
  { none: 'lines', where: { field: 'price.currency', op: 'equals', value: 'EUR' } },
  { some: 'lines', where: { field: 'product.parent.name', op: 'contains', value: 'x' } },
  { some: 'lines', where: { some: 'parts', where: { field: 'name', op: 'isEmpty' } } },
  { some: 'size.sides', where: { field: 'width', op: 'in', value: [1] } },
  { some: 'campaigns', where: { field: 'attributes.role', op: 'equals', value: 'lead' } },
  { some: 'campaigns', where: { field: 'attributes.sponsor.name', op: 'isEmpty' } },
  { some: 'campaigns', where: { some: 'deals', where: { field: 'attributes.role', op: 'isEmpty' } } },
  { all: [] },
  { not: { any: [{ field: 'count', op: 'between', value: [1, 2] }] } },
])('%j is a filter', (filter) => {
  expect(problems(filter)).toEqual([])
})

test.each([
  ['nonsense', null, ['FILTER_SHAPE ']],
  ['a list', [], ['FILTER_SHAPE ']],
  ['an empty object', {}, ['FILTER_SHAPE ']],
  ['two forms in one', { all: [], any: [] }, ['FILTER_SHAPE ']],
  ['a mistyped key', { field: 'name', op: 'equals', valeu: 'x' }, ['FILTER_SHAPE ']],
  ['no list of members', { all: { field: 'name', op: 'isEmpty' } }, ['FILTER_SHAPE /all']],
  ['nonsense inside', { all: [{ not: 5 }] }, ['FILTER_SHAPE /all/0/not']],
  ['an unknown field', { field: 'nam', op: 'isEmpty' }, ['FILTER_FIELD_UNKNOWN /field']],
  ['an unknown field of a linked record', { field: 'account.nam', op: 'isEmpty' }, ['FILTER_FIELD_UNKNOWN /field']],
  ['a name of every object', { field: '__proto__', op: 'isEmpty' }, ['FILTER_FIELD_UNKNOWN /field']],
  [
    'an unknown field of a row',
    { some: 'lines', where: { field: 'name', op: 'isEmpty' } },
    ['FILTER_PART_UNKNOWN /where/field'],
  ],
  ['a field of a row as one of the record', { field: 'lines.count', op: 'isEmpty' }, ['FILTER_PART_UNKNOWN /field']],
  ['a value as a list', { some: 'amount' }, ['FILTER_LIST_UNKNOWN /some']],
  ['an unknown list of a row', { some: 'lines', where: { none: 'campaigns' } }, ['FILTER_LIST_UNKNOWN /where/none']],
  [
    'an unknown attribute',
    { some: 'campaigns', where: { field: 'attributes.name', op: 'isEmpty' } },
    ['FILTER_PART_UNKNOWN /where/field'],
  ],
  ['an attribute without a link', { field: 'attributes.role', op: 'isEmpty' }, ['FILTER_FIELD_UNKNOWN /field']],
  [
    'an attribute of a link without any',
    { some: 'account', where: { field: 'attributes.role', op: 'isEmpty' } },
    ['FILTER_LIST_UNKNOWN /some'],
  ],
  ['an unknown part', { field: 'amount.tax', op: 'isEmpty' }, ['FILTER_PART_UNKNOWN /field']],
  ['a part of a plain field', { field: 'name.first', op: 'isEmpty' }, ['FILTER_PART_UNKNOWN /field']],
  ['a list as a field', { field: 'campaigns', op: 'isEmpty' }, ['FILTER_FIELD_IS_LIST /field']],
  ['too many links', { field: 'account.parent.parent.parent.parent.name', op: 'isEmpty' }, ['FILTER_PATH_LONG /field']],
  ['an operator of another type', { field: 'name', op: 'atLeast', value: 'x' }, ['FILTER_OPERATOR /op']],
  ['an operator that nobody has', { field: 'name', op: 'toString', value: 'x' }, ['FILTER_OPERATOR /op']],
  ['a missing value', { field: 'name', op: 'equals' }, ['FILTER_VALUE_MISSING /value']],
  ['null as a value', { field: 'name', op: 'equals', value: null }, ['FILTER_VALUE_MISSING /value']],
  ['a value too many', { field: 'name', op: 'isEmpty', value: 'x' }, ['FILTER_VALUE_SUPERFLUOUS /value']],
  [
    'a fraction among whole numbers',
    { field: 'count', op: 'in', value: [1, 1.5, 'x'] },
    ['FILTER_VALUE /value/1', 'FILTER_VALUE /value/2'],
  ],
  ['no list', { field: 'stage', op: 'in', value: 'won' }, ['FILTER_VALUE_LIST /value']],
  ['no two', { field: 'count', op: 'between', value: [1, 2, 3] }, ['FILTER_VALUE_TWO /value']],
  [
    'a long list',
    { field: 'stage', op: 'in', value: Array.from({ length: 1001 }, () => 'won') },
    ['FILTER_VALUE_COUNT /value'],
  ],
  ['a text for a number', { field: 'count', op: 'equals', value: 'many' }, ['FILTER_VALUE /value']],
  ['a fraction for a whole number', { field: 'count', op: 'equals', value: 1.5 }, ['FILTER_VALUE /value']],
  ['an object for a text', { field: 'name', op: 'equals', value: { a: 1 } }, ['FILTER_VALUE /value']],
  ['a number for a piece of text', { field: 'name', op: 'contains', value: 5 }, ['FILTER_VALUE_TEXT /value']],
  ['text that no database holds', { field: 'name', op: 'contains', value: 'a\0' }, ['FILTER_VALUE_TEXT /value']],
  ['half a character', { field: 'name', op: 'equals', value: '\uD800' }, ['FILTER_VALUE /value']],
  [
    'a bad member of a list',
    { field: 'count', op: 'between', value: ['x', null] },
    ['FILTER_VALUE /value/0', 'FILTER_VALUE /value/1'],
  ],
  ['an unknown option', { field: 'stage', op: 'equals', value: 'wonn' }, ['FILTER_OPTION_UNKNOWN /value']],
  ['an unknown element', { field: 'tags', op: 'hasAny', value: ['hot', 'warm'] }, ['FILTER_OPTION_UNKNOWN /value/1']],
  ['a date that does not exist', { field: 'closeDate', op: 'equals', value: '2026-02-30' }, ['FILTER_VALUE /value']],
  [
    'an instant for a date',
    { field: 'closeDate', op: 'equals', value: '2026-02-20T10:00:00Z' },
    ['FILTER_VALUE /value'],
  ],
  [
    'an unknown relative date',
    { field: 'closeDate', op: 'equals', value: { date: 'soon' } },
    ['FILTER_DATE_UNKNOWN /value'],
  ],
  ['a relative number', { field: 'closeDate', op: 'equals', value: { date: -30 } }, ['FILTER_DATE_UNKNOWN /value']],
  [
    'a relative date for text',
    { field: 'name', op: 'equals', value: { date: 'today' } },
    ['FILTER_DATE_MISPLACED /value'],
  ],
  ['an unknown period', { field: 'calledAt', op: 'within', value: 'someday' }, ['FILTER_PERIOD_UNKNOWN /value']],
  [
    'an unknown value of the user',
    { field: 'helper', op: 'equals', value: { user: 'password' } },
    ['FILTER_USER_UNKNOWN /value'],
  ],
  ['the user for text', { field: 'name', op: 'equals', value: { user: 'id' } }, ['FILTER_USER_MISPLACED /value']],
  ['no id', { field: 'account', op: 'equals', value: 'acme' }, ['FILTER_VALUE /value']],
  ['an unknown list', { some: 'campaign' }, ['FILTER_LIST_UNKNOWN /some']],
  ['a field as a list', { none: 'name' }, ['FILTER_LIST_UNKNOWN /none']],
  [
    'a mistake on the other side',
    { some: 'campaigns', where: { field: 'stage', op: 'isEmpty' } },
    ['FILTER_FIELD_UNKNOWN /where/field'],
  ],
])('%s is refused by its pointer', (_what, filter, expected) => {
  expect(problems(filter)).toEqual(expected)
})

test('all problems are told at once', () => {
  const filter = {
    all: [{ field: 'nam', op: 'isEmpty' }, { any: [{ field: 'count', op: 'equals', value: 'x' }, { some: 'nobody' }] }],
  }
  expect(problems(filter)).toEqual([
    'FILTER_FIELD_UNKNOWN /all/0/field',
    'FILTER_VALUE /all/1/any/0/value',
    'FILTER_LIST_UNKNOWN /all/1/any/1/some',
  ])
})

test('a mistyped field is told with the names most like it', () => {
  const [issue] = checkFilter(testModel, moduleNamed('deal'), { field: 'closDate', op: 'isEmpty' })
  expect(issue?.params).toMatchObject({ field: 'closDate', module: 'deal' })
  expect(issue && messageOf(issue, 'en')).toMatch(/^There is no field “closDate” in “deal”. Similar: closeDate, /)
})

test('depth and length have their limits', () => {
  const nested = (depth: number): unknown => (depth === 1 ? { all: [] } : { not: nested(depth - 1) })
  const long = (length: number): unknown => ({ any: Array.from({ length }, () => ({ field: 'name', op: 'isEmpty' })) })
  expect([problems(nested(16)), problems(nested(17)), problems(nested(5000))]).toEqual([
    [],
    ['FILTER_TOO_DEEP '],
    ['FILTER_TOO_DEEP '],
  ])
  expect([problems(long(200)), problems(long(201)), problems(long(100_000))]).toEqual([
    [],
    ['FILTER_TOO_LONG '],
    ['FILTER_TOO_LONG '],
  ])
})

test('a foreign name may have a dot, and its own id stands beside the system one', () => {
  expect(problems({ field: 'first.name', op: 'isEmpty' }, 'plain')).toEqual([])
  expect(problems({ field: 'id_', op: 'equals', value: 7 }, 'plain')).toEqual([])
  expect(problems({ field: 'id', op: 'equals', value: 7 }, 'plain')).toEqual(['FILTER_VALUE /value'])
})

test('whatever is sent is answered with known problems', () => {
  const words = fc.constantFrom(
    'all',
    'any',
    'not',
    'some',
    'none',
    'where',
    'field',
    'op',
    'value',
    'date',
    'user',
    'name',
    'equals',
    'constructor',
  )
  const nonsense = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      words,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(words, tie('value'), { maxKeys: 4 }),
    ),
  })).value
  fc.assert(
    fc.property(nonsense, (filter) => {
      for (const { code } of checkFilter(testModel, moduleNamed('deal'), filter)) expect(issueCodes).toContain(code)
    }),
    { numRuns: 500 },
  )
})

test('every problem has a text in both languages that uses the same parameters', () => {
  const places = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()
  for (const [code, { en, es }] of Object.entries(filterTexts)) expect([code, places(es)]).toEqual([code, places(en)])
})
