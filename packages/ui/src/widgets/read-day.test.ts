import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

const today = '2026-11-21'

test('a typed day is read with the day first', () => {
  expect(readDay('21/11/2026', today)).toBe('2026-11-21')
  expect(readDay('1.2.26', today)).toBe('2026-02-01')
  expect(readDay('5-3', today)).toBe('2026-03-05')
})

test('a day in ISO form is read as it is', () => {
  expect(readDay('2026-01-09', today)).toBe('2026-01-09')
})

test('what is no day gives nothing', () => {
  expect(readDay('31/02/2026', today)).toBe(null)
  expect(readDay('soon', today)).toBe(null)
  expect(readDay('', today)).toBe(null)
  expect(readDay('12', today)).toBe(null)
})
