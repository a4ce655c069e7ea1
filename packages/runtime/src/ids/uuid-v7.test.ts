import { expect, test } from 'vitest'
import { createUuidV7, uuidV7 } from './uuid-v7.ts'

const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

test('an id is a UUID of version 7 and variant 10', () => {
  for (let n = 0; n < 1000; n++) {
    expect(uuidV7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})

test('an id begins with the milliseconds of its making', () => {
  const next = createUuidV7({ now: () => 1_795_000_000_123 })
  expect(timeOf(next())).toBe(1_795_000_000_123)
})

test('ids of one process grow strictly, however many are made in one millisecond', () => {
  const next = createUuidV7({ now: () => 1_795_000_000_000 })
  const ids = Array.from({ length: 50_000 }, next)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('ids grow on when the clock goes back', () => {
  const clock = [1000, 5000, 4000, 4001, 5000, 5001]
  let tick = 0
  const next = createUuidV7({ now: () => clock[tick++] ?? 6000 })
  const ids = clock.map(() => next())
  expect(ids.toSorted()).toEqual(ids)
  expect(ids.map(timeOf)).toEqual([1000, 5000, 5000, 5000, 5000, 5001])
})

test('two generators with the same clock do not meet', () => {
  const now = (): number => 1_795_000_000_000
  const [one, other] = [createUuidV7({ now }), createUuidV7({ now })]
  const ids = Array.from({ length: 5000 }, () => [one(), other()]).flat()
  expect(new Set(ids).size).toBe(ids.length)
})
