import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from './gather.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('what comes in quick succession is handed on together', () => {
  const handed: (readonly number[])[] = []
  const { add } = gather<number>(100, (items) => handed.push(items))
  add(1)
  add(2)
  expect(handed).toEqual([])
  vi.advanceTimersByTime(100)
  add(3)
  vi.advanceTimersByTime(100)
  expect(handed).toEqual([[1, 2], [3]])
})

test('after a stop nothing comes any more', () => {
  const handed: unknown[] = []
  const { add, stop } = gather<number>(100, (items) => handed.push(items))
  add(1)
  stop()
  vi.advanceTimersByTime(1000)
  expect(handed).toEqual([])
})
