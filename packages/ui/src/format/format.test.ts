import { describe, expect, test } from 'vitest'
import { createFormat } from './format.ts'

const english = createFormat({ language: 'en', timeZone: 'Europe/Madrid', baseCurrency: 'EUR' })
const spanish = createFormat({ language: 'es', timeZone: 'Europe/Madrid', baseCurrency: 'EUR' })
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

describe('numbers', () => {
  test('are written with the separators of the reader', () => {
    expect(english.number(1234567.5)).toBe('1,234,567.5')
    expect(spanish.number(1234567.5)).toBe('1.234.567,5')
    expect(spanish.separators).toEqual({ decimal: ',', group: '.' })
  })

  test('group thousands in Spanish too', () => {
    expect(spanish.number(1234)).toBe('1.234')
  })

  test('as decimal text keep every digit', () => {
    expect(english.decimal('12345678901234567890.10')).toBe('12,345,678,901,234,567,890.1')
    expect(spanish.decimal('800.000')).toBe('800')
  })
})

test('money shows its own currency', () => {
  expect(plain(english.money('1234.5', 'EUR'))).toBe('€1,234.50')
  expect(plain(spanish.money('1234.5', 'EUR'))).toBe('1.234,50 €')
  expect(plain(spanish.money('-3', 'USD'))).toBe('-3,00 $')
})

test('the sign of a currency stands where the reader puts it', () => {
  expect(english.currencyAffix('EUR')).toEqual({ prefix: '€' })
  expect(spanish.currencyAffix('EUR')).toEqual({ suffix: '\u00a0€' })
  expect(spanish.currencyAffix('no currency')).toEqual({ suffix: '\u00a0no currency' })
})

test('a calendar day does not move with the zone', () => {
  expect(english.date('2026-11-21')).toBe('21 Nov 2026')
  expect(spanish.date('2026-11-21')).toBe('21 nov 2026')
})

test('a moment is shown in the zone of the workspace', () => {
  expect(english.dateTime('2026-01-10T23:30:00Z')).toBe('11 Jan 2026, 00:30')
})

test('recent moments are told by distance, older ones by date', () => {
  const now = Date.parse('2026-11-21T12:00:00Z')
  expect(english.ago('2026-11-21T09:00:00Z', now)).toBe('3 hours ago')
  expect(spanish.ago('2026-11-20T12:00:00Z', now)).toBe('ayer')
  expect(english.ago('2026-01-20T12:00:00Z', now)).toBe('20 Jan 2026')
})

test('a value that is no number or date is shown as it is', () => {
  expect(english.decimal('abc')).toBe('abc')
  expect(english.date('soon')).toBe('soon')
  expect(english.country('not a country')).toBe('not a country')
})

test('countries have names in the language of the reader', () => {
  expect(spanish.country('DE')).toBe('Alemania')
})
