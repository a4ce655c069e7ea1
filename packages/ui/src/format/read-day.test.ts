import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

const read = (typed: string, language = 'en') => readDay(typed, { today: '2026-11-21', language })

test('a typed day is read with the day first', () => {
  expect(read('21/11/2026')).toBe('2026-11-21')
  expect(read('1.2.26')).toBe('2026-02-01')
  expect(read('5-3')).toBe('2026-03-05')
})

test('the month comes first where nothing else is a day', () => {
  expect(read('11/22/2026')).toBe('2026-11-22')
  expect(read('2/29/2028')).toBe('2028-02-29')
  expect(read('11/31/2026')).toBe(null)
})

test('a day in ISO form is read as it is', () => {
  expect(read('2026-01-09')).toBe('2026-01-09')
})

test('a day is read as it is shown', () => {
  expect(read('21 Nov 2026')).toBe('2026-11-21')
  expect(read('Sept 3, 2027')).toBe('2027-09-03')
  expect(read('21 nov 2026', 'es')).toBe('2026-11-21')
  expect(read('3 de enero de 2027', 'es')).toBe('2027-01-03')
  expect(read('7 ENE', 'es')).toBe('2026-01-07')
})

test('what is no day gives nothing', () => {
  for (const nonsense of [
    '31/02/2026',
    'soon',
    '',
    '12',
    '21 foo 2026',
    '1/2/3/4',
    '🐙/11/2026',
    'nov',
    '0/0/0',
    '1/1/20266',
  ])
    expect(read(nonsense), nonsense).toBe(null)
})
