import { expect, test } from 'vitest'
import { readMoment } from './read-moment.ts'

const read = (typed: string, language = 'en') =>
  readMoment(typed, { today: '2026-11-21', language, timeZone: 'Europe/Madrid' })

test('a day and a time are read as people type them', () => {
  expect(read('22/11 10:30', 'es')).toBe('2026-11-22T10:30:00')
  expect(read('22/11 9', 'es')).toBe('2026-11-22T09:00:00')
  expect(read('22/11 10', 'es')).toBe('2026-11-22T10:00:00')
  expect(read('22-11-26 9h30', 'es')).toBe('2026-11-22T09:30:00')
  expect(read('22.11.2026, 17h', 'es')).toBe('2026-11-22T17:00:00')
  expect(read('11/22/2026 10:30 AM')).toBe('2026-11-22T10:30:00')
  expect(read('22/11/2026 12:05 a. m.', 'es')).toBe('2026-11-22T00:05:00')
  expect(read('22/11/2026 10pm')).toBe('2026-11-22T22:00:00')
})

test('ISO forms are read, with a zone too', () => {
  expect(read('2026-11-22T10:30')).toBe('2026-11-22T10:30:00')
  expect(read('2026-11-22 10:30:59')).toBe('2026-11-22T10:30:00')
  expect(read('2026-11-22T10:30:00Z')).toBe('2026-11-22T11:30:00')
  expect(read('2026-11-22T10:30:00-05:00')).toBe('2026-11-22T16:30:00')
})

test('what the field shows is read back', () => {
  expect(read('22 Nov 2026, 10:30')).toBe('2026-11-22T10:30:00')
  expect(read('3 sept 2026, 10:30', 'es')).toBe('2026-09-03T10:30:00')
})

test('a time alone is that of today, a day alone begins at midnight', () => {
  expect(read('10:30')).toBe('2026-11-21T10:30:00')
  expect(read('22/11')).toBe('2026-11-22T00:00:00')
})

test('what is no moment gives nothing', () => {
  for (const nonsense of [
    '',
    '9',
    'soon',
    '22/11 25:00',
    '22/11 10:75',
    '31/02 10:00',
    '22/11 13pm',
    '2026-13-40T10:00:00Z',
    '10:30 22/11',
    '💥',
  ])
    expect(read(nonsense), nonsense).toBe(null)
})
