import { expect, test } from 'vitest'
import { createThrottle } from './throttle.ts'

const rule = { window: 60, max: 3 }

test('as many tries as the rule allows pass in a window, the next one is told how long to wait', () => {
  let at = 0
  const { take } = createThrottle({ now: () => at })
  const tries = Array.from({ length: 3 }, () => {
    at += 10_000
    return take('a', rule)
  })
  expect(tries.every(({ allowed }) => allowed)).toBe(true)
  expect(take('a', rule)).toEqual({ allowed: false, retryAfter: 40 })
  expect(take('b', rule).allowed).toBe(true)
})

test('a refused try does not lengthen the wait', () => {
  let at = 0
  const { take } = createThrottle({ now: () => at })
  for (let n = 0; n < 10; n++) take('a', rule)
  at = 60_000
  expect(take('a', rule).allowed).toBe(true)
})

test('a flood of keys keeps the memory bounded', () => {
  const { take } = createThrottle({ now: () => 0, maxKeys: 2 })
  take('a', { window: 60, max: 1 })
  take('b', rule)
  expect(take('a', { window: 60, max: 1 }).allowed).toBe(false)
  take('c', rule)
  expect(take('a', { window: 60, max: 1 }).allowed).toBe(true)
})
