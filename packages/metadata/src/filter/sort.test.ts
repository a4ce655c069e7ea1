import { expect, test } from 'vitest'
import { moduleNamed, testModel } from './filter-test-model.ts'
import { parseSort } from './sort.ts'

const order = (sort: unknown): readonly string[] =>
  parseSort(testModel, moduleNamed('deal'), sort).terms.map(
    ({ operand, descending, positions }) =>
      `${descending ? '-' : ''}${[...operand.path.map(({ column }) => column), operand.column].join(' → ')}${positions === undefined ? '' : ` in ${positions.join()}`}`,
  )

const problems = (sort: unknown): readonly string[] =>
  parseSort(testModel, moduleNamed('deal'), sort).issues.map(({ code, pointer }) => `${code} ${pointer}`)

test('an order ends with the id, in the direction of the term before', () => {
  expect(order('closeDate')).toEqual(
    ['closeDate', 'id'].map((name) => (name === 'id' ? name : 'close_date_dddddddddd')),
  )
  expect(order('-createdAt')).toEqual(['-created_at', '-id'])
  expect(order([])).toEqual(['id'])
  expect(order(undefined)).toEqual(['id'])
})

test('what follows the id decides nothing', () => {
  expect(order('-id,name')).toEqual(['-id'])
})

test('options stand in the order of their list, links and people by label', () => {
  expect(order('stage')).toEqual(['stage_dddddddddb in open,won,lost', 'id'])
  expect(order('-account')).toEqual(['-account_dddddddddh → label', '-id'])
  expect(order('ownerId')).toEqual(['owner_id → name', 'id'])
  expect(order('account.parent')).toEqual(['account_dddddddddh → parent_aaaaaaaaac → label', 'id'])
})

test('money is ordered by its worth, a part by itself', () => {
  expect(order('-amount, amount.currency')).toEqual(['-amount_dddddddddc_base', 'amount_dddddddddc_currency', 'id'])
})

test('columns of the system that are never empty are known as such', () => {
  const { terms } = parseSort(testModel, moduleNamed('deal'), '-createdAt,name')
  expect(terms.map(({ isNeverEmpty }) => isNeverEmpty)).toEqual([true, false, true])
})

test('an order is known to have an index: by the author, or by the label of a linked record', () => {
  const indexed = (sort: string): boolean | undefined =>
    parseSort(testModel, moduleNamed('deal'), sort).terms[0]?.isIndexed
  expect(['closeDate', 'account', 'amount'].map(indexed)).toEqual([true, true, true])
  expect(['name', 'account.parent', 'ownerId', 'stage', 'amount.currency'].map(indexed)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

test.each([
  ['nobody', ['FILTER_FIELD_UNKNOWN ']],
  [['name', '-nobody'], ['FILTER_FIELD_UNKNOWN /1']],
  ['campaigns', ['FILTER_FIELD_IS_LIST ']],
  ['tags', ['SORT_UNSORTABLE ']],
  [{ name: 1 }, ['SORT_SHAPE ']],
  [[1], ['SORT_SHAPE ']],
  ['name,name,name,name,name,name,name,name,name', ['SORT_TOO_LONG ']],
])('%j is refused as an order', (sort, expected) => {
  expect(problems(sort)).toEqual(expected)
})
