import { expect, test } from 'vitest'
import { fits } from './fits.ts'

test('every typed word begins a word of the label', () => {
  expect(fits('Crear: Campaña', 'cam')).toBe(true)
  expect(fits('Crear: Campaña', 'campana crear')).toBe(true)
  expect(fits('Crear: Campaña', 'paña')).toBe(false)
  expect(fits('Switch to dark theme', '')).toBe(true)
})
