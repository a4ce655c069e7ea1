import { expect, test } from 'vitest'
import { parseRelativeDate, resolveRelativeDate } from './relative-date.ts'

// A Saturday afternoon in Madrid.
const context = { now: '2026-11-21T15:20:30.500Z', timeZone: 'Europe/Madrid', firstDayOfWeek: 1, user: { id: null } }

const meaning = (text: string, at = context): unknown => {
  const date = parseRelativeDate(text)
  return date === undefined ? undefined : Object.values(resolveRelativeDate(date, at))[1]
}

test.each([
  ['today', '2026-11-21'],
  ['-30d', '2026-10-22'],
  ['+2w', '2026-12-05'],
  ['+1m', '2026-12-21'],
  ['-1y', '2025-11-21'],
  ['today-1q', '2026-08-21'],
  ['startOfDay', '2026-11-21'],
  ['startOfWeek', '2026-11-16'],
  ['endOfWeek', '2026-11-22'],
  ['startOfMonth', '2026-11-01'],
  ['startOfMonth-1m', '2026-10-01'],
  ['startOfMonth+9d', '2026-11-10'],
  ['endOfMonth', '2026-11-30'],
  ['endOfMonth-9m', '2026-02-28'],
  ['endOfMonth+1m', '2026-12-31'],
  ['endOfMonth-1d', '2026-11-29'],
  ['startOfQuarter', '2026-10-01'],
  ['endOfQuarter-1q', '2026-09-30'],
  ['startOfYear+1q', '2026-04-01'],
  ['endOfYear', '2026-12-31'],
])('%s is the date %s', (text, date) => {
  expect(meaning(text)).toBe(date)
})

test.each([
  ['now', '2026-11-21T15:20:30.500Z'],
  ['-4h', '2026-11-21T11:20:30.500Z'],
  ['now+48h', '2026-11-23T15:20:30.500Z'],
  ['now-1m', '2026-10-21T14:20:30.500Z'],
])('%s is the instant %s', (text, instant) => {
  expect(meaning(text)).toBe(instant)
})

test.each([
  '',
  'tomorrowish',
  '30d',
  '-30',
  '-30x',
  'startOfDecade',
  'today+2h',
  'startOfMonth-99999m',
  'now ',
  '-1.5d',
  'endOf',
])('“%s” is no relative date', (text) => {
  expect(parseRelativeDate(text)).toBeUndefined()
})

test('today is the date on the wall of the reader', () => {
  expect(meaning('today', { ...context, timeZone: 'Pacific/Auckland' })).toBe('2026-11-22')
})

test('a day later is the same time on the wall across a change of clocks', () => {
  expect(meaning('now+1d', { ...context, now: '2026-03-28T11:00:00Z' })).toBe('2026-03-29T10:00:00.000Z')
})
