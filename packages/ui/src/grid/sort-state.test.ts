import { expect, test } from 'vitest'
import { meantSort, sortOf, sortState } from './sort-state.ts'

test('a sort survives the way into the grid and back', () => {
  const sort = ['-amount', 'name', '-createdAt']
  expect(sortOf(sortState(sort, ['name', 'amount', 'createdAt']))).toEqual(sort)
  expect(sortState(['-amount'], ['amount'])).toEqual([{ colId: 'amount', sort: 'desc', sortIndex: 0 }])
})

test('a field that is no column takes no number away from those that are', () => {
  expect(sortState(['category', '-name'], ['name', 'price'])).toEqual([{ colId: 'name', sort: 'desc', sortIndex: 0 }])
})

test('an order by a column that is not shown stays until somebody sorts', () => {
  expect(meantSort(['name'], ['-createdAt', 'name'], ['name', 'stage'])).toEqual(['-createdAt', 'name'])
  expect(meantSort([], ['-createdAt'], ['name'])).toEqual(['-createdAt'])
  expect(meantSort(['stage'], ['-createdAt', 'name'], ['name', 'stage'])).toEqual(['stage'])
})
