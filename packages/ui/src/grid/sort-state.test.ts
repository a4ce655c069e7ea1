import { expect, test } from 'vitest'
import { sortOf, sortState } from './sort-state.ts'

test('a sort survives the way into the grid and back', () => {
  const sort = ['-amount', 'name', '-createdAt']
  expect(sortOf(sortState(sort))).toEqual(sort)
  expect(sortState(['-amount'])).toEqual([{ colId: 'amount', sort: 'desc', sortIndex: 0 }])
})
