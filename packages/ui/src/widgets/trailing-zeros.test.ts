import { expect, test } from 'vitest'
import { withoutTrailingZeros } from './trailing-zeros.ts'

test('zeros after the point that say nothing are left out', () => {
  expect(withoutTrailingZeros('800.000')).toBe('800')
  expect(withoutTrailingZeros('1.50')).toBe('1.5')
  expect(withoutTrailingZeros('-0.010')).toBe('-0.01')
  expect(withoutTrailingZeros('800')).toBe('800')
  expect(withoutTrailingZeros('')).toBe('')
})
