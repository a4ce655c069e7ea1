import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './date-arithmetic.ts'
import { dateInZone, instantAt, startOfDay, wallClock } from './zone.ts'

test('an instant has the date of its zone', () => {
  expect(dateInZone('2026-11-21T23:30:00Z', 'Europe/Madrid')).toBe('2026-11-22')
  expect(dateInZone('2026-11-21T23:30:00Z', 'America/New_York')).toBe('2026-11-21')
  expect(wallClock('2026-07-01T00:00:00.250Z', 'Asia/Kathmandu')).toBe('2026-07-01T05:45:00.250')
})

test('days in Madrid have 23, 24 and 25 hours', () => {
  const hours = (date: string): number =>
    (Date.parse(startOfDay(addDays(date, 1), 'Europe/Madrid')) - Date.parse(startOfDay(date, 'Europe/Madrid'))) /
    3_600_000
  expect([hours('2026-03-29'), hours('2026-06-01'), hours('2026-10-25')]).toEqual([23, 24, 25])
})

test.each([
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
  ['Asia/Beirut', '2022-03-27', '2022-03-26T22:00:00.000Z'],
  ['Africa/Cairo', '2023-04-28', '2023-04-27T22:00:00.000Z'],
])('in %s midnight of %s is skipped: the day begins with the change of clocks', (zone, date, instant) => {
  expect(startOfDay(date, zone)).toBe(instant)
})

test('where midnight comes twice, the day begins with the first', () => {
  expect(startOfDay('2023-11-05', 'America/Havana')).toBe('2023-11-05T04:00:00.000Z')
})

test('a day that a country skipped is empty', () => {
  expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'))
})

test('a time that is skipped means as much after the change', () => {
  expect(instantAt('2026-03-29T02:30:00', 'Europe/Madrid')).toBe('2026-03-29T01:30:00.000Z')
})

test('the first instant of a day is of that day, and the one before it is not', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Madrid',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Kiritimati',
    'America/Sao_Paulo',
  )
  const dates = fc.date({ min: new Date('1975-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(zones, dates, (zone, at) => {
      const date = at.toISOString().slice(0, 10)
      const start = startOfDay(date, zone)
      expect(dateInZone(start, zone)).toBe(date)
      expect(dateInZone(new Date(Date.parse(start) - 1).toISOString(), zone)).toBe(addDays(date, -1))
    }),
  )
})
