import { createFormat } from '@telar/ui'
import { expect, test } from 'vitest'
import { sizeText } from './size-text.ts'

const english = createFormat({ language: 'en', timeZone: 'UTC', baseCurrency: 'EUR' })

test('sizes are told in the unit that fits', () => {
  expect(sizeText(0, english)).toBe('0 byte')
  expect(sizeText(999, english)).toBe('999 byte')
  expect(sizeText(1240, english)).toBe('1.2 kB')
  expect(sizeText(5_000_000, english)).toBe('5 MB')
  expect(sizeText(7e15, english)).toBe('7,000,000 GB')
})
