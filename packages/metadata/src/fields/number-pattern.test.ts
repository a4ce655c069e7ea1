import { describe, expect, it } from 'vitest'
import { numberingOf } from './number-pattern.ts'

describe('a running number', () => {
  it('is written by its pattern', () => {
    expect(numberingOf('Q-{YYYY}-{0000}').format(7, '2026-03-09')).toBe('Q-2026-0007')
    expect(numberingOf('{YY}{MM}{DD}/{00}').format(123, '2026-03-09')).toBe('260309/123')
    expect(numberingOf('INV-').format(5, '2026-03-09')).toBe('INV-5')
  })

  it('counts anew with the finest date of its pattern', () => {
    expect(numberingOf('{0000}').period('2026-03-09')).toBe('')
    expect(numberingOf('{YY}-{0000}').period('2026-03-09')).toBe('2026')
    expect(numberingOf('{0000}/{MM}').period('2026-03-09')).toBe('2026-03')
    expect(numberingOf('{DD}{0}').period('2026-03-09')).toBe('2026-03-09')
  })
})
