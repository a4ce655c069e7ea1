import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, addUnits, endOf, startOf } from './date-arithmetic.ts'

const monday = 1
const sunday = 0

test('days are added across months, years and leap days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
  expect(addDays('2024-03-01', -366)).toBe('2023-03-01')
})

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2024-01-15', -13)).toBe('2022-12-15')
})

test('a week begins on the day its reader is used to', () => {
  expect(startOf('week', '2026-11-22', monday)).toBe('2026-11-16')
  expect(startOf('week', '2026-11-22', sunday)).toBe('2026-11-22')
  expect(endOf('week', '2026-11-21', monday)).toBe('2026-11-22')
})

test('months, quarters and years have their edges', () => {
  expect([startOf('month', '2024-02-10', monday), endOf('month', '2024-02-10', monday)]).toEqual([
    '2024-02-01',
    '2024-02-29',
  ])
  expect([startOf('quarter', '2026-11-21', monday), endOf('quarter', '2026-11-21', monday)]).toEqual([
    '2026-10-01',
    '2026-12-31',
  ])
  expect([startOf('year', '2026-11-21', monday), endOf('year', '2026-11-21', monday)]).toEqual([
    '2026-01-01',
    '2026-12-31',
  ])
})

test('dates stay between the years 1 and 9999', () => {
  expect(addUnits('2026-11-21', -9999, 'year')).toBe('0001-01-01')
  expect(addUnits('2026-11-21', 9999, 'quarter')).toBe('4526-08-21')
  expect(addUnits('9990-01-01', 9999, 'month')).toBe('9999-12-31')
  expect(endOf('month', '9999-12-31', monday)).toBe('9999-12-31')
})

test('every date lies between the edges of its unit', () => {
  const dates = fc.date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), fc.nat(6), (at, unit, first) => {
      const date = at.toISOString().slice(0, 10)
      const [start, end] = [startOf(unit, date, first), endOf(unit, date, first)]
      return start <= date && date <= end && startOf(unit, end, first) === start
    }),
  )
})
