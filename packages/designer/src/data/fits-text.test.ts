import { expect, test } from 'vitest'
import { fitsText } from './fits-text.ts'

test('a person is found without the accents of the name', () => {
  expect(fitsText('lucia', 'Lucía Ferrer')).toBe(true)
  expect(fitsText('  FERRER ', 'Lucía Ferrer')).toBe(true)
  expect(fitsText('valdora', 'Lucía Ferrer', 'lucia@valdora.example')).toBe(true)
  expect(fitsText('marta', 'Lucía Ferrer')).toBe(false)
})

test('nothing typed leaves nobody out', () => {
  expect(fitsText(' ', 'Lucía')).toBe(true)
})
