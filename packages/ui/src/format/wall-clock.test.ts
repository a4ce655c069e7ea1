import { expect, test } from 'vitest'
import { instantOf, wallTimeOf } from './wall-clock.ts'

const madrid = 'Europe/Madrid'

test('a winter and a summer instant show the time of the zone', () => {
  expect(wallTimeOf('2026-01-10T08:30:00Z', madrid)).toBe('2026-01-10T09:30:00')
  expect(wallTimeOf('2026-07-10T08:30:00Z', madrid)).toBe('2026-07-10T10:30:00')
})

test('a wall time is read in its zone', () => {
  expect(instantOf('2026-01-10T09:30:00', madrid)).toBe('2026-01-10T08:30:00.000Z')
  expect(instantOf('2026-07-10 10:30:00', madrid)).toBe('2026-07-10T08:30:00.000Z')
  expect(instantOf('2026-07-10T10:30:00', 'America/Los_Angeles')).toBe('2026-07-10T17:30:00.000Z')
})

test('the hour before the clocks change is right on both sides', () => {
  expect(instantOf('2026-03-29T01:59:00', madrid)).toBe('2026-03-29T00:59:00.000Z')
  expect(instantOf('2026-03-29T03:00:00', madrid)).toBe('2026-03-29T01:00:00.000Z')
  expect(instantOf('2026-10-25T01:30:00', madrid)).toBe('2026-10-24T23:30:00.000Z')
  expect(instantOf('2026-10-25T03:30:00', madrid)).toBe('2026-10-25T02:30:00.000Z')
})

test('midnight is the hour 0 of the new day', () => {
  expect(wallTimeOf('2026-01-09T23:00:00Z', madrid)).toBe('2026-01-10T00:00:00')
})
