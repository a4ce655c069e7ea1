import { expect, test } from 'vitest'
import { moveRow, removeRow, replaceRow } from './rows.ts'

const rows = ['a', 'b', 'c']

test('a row moves up and down within the list', () => {
  expect(moveRow(rows, 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moveRow(rows, 2, 1)).toEqual(['a', 'c', 'b'])
  expect(moveRow(rows, 0, -1)).toBe(rows)
  expect(moveRow(rows, 2, 3)).toBe(rows)
})

test('a row is replaced in its place', () => {
  expect(replaceRow(rows, 1, 'x')).toEqual(['a', 'x', 'c'])
})

test('a list that lost its last row is empty', () => {
  expect(removeRow(['a'], 0)).toBe(null)
  expect(removeRow(rows, 1)).toEqual(['a', 'c'])
})
