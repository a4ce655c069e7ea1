import { expect, test } from 'vitest'
import { issuesOfPart, withPart } from './parts-of-value.ts'

test('a part is written beside the others', () => {
  expect(withPart({ city: 'Vigo' }, 'street', 'Rúa 1')).toEqual({ city: 'Vigo', street: 'Rúa 1' })
  expect(withPart(null, 'city', 'Vigo')).toEqual({ city: 'Vigo' })
})

test('a value without parts is empty', () => {
  expect(withPart({ city: 'Vigo' }, 'city', null)).toBe(null)
})

test('messages are seen from inside their part', () => {
  const issues = new Map([
    ['/0/price', 'too small'],
    ['/0', 'wrong row'],
    ['/01', 'another row'],
    ['', 'whole'],
  ])
  expect([...issuesOfPart(issues, '0')]).toEqual([
    ['/price', 'too small'],
    ['', 'wrong row'],
  ])
})
