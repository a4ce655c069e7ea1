import { describe, expect, it } from 'vitest'
import { instantFrom, instantText } from './instant.ts'

const canonical = (text: string): string | undefined => {
  const instant = instantFrom(text)
  return instant === undefined ? undefined : instantText(instant)
}

describe('an instant', () => {
  it('is brought to UTC and kept to the microsecond', () => {
    expect(canonical('2026-07-01T10:00:00+02:00')).toBe('2026-07-01T08:00:00Z')
    expect(canonical('2026-07-01t10:00:00.5z')).toBe('2026-07-01T10:00:00.500Z')
    expect(canonical('2026-07-01T10:00:00.1234567Z')).toBe('2026-07-01T10:00:00.123456Z')
    expect(canonical('2025-12-31T23:30:00-01:00')).toBe('2026-01-01T00:30:00Z')
  })

  it('is read as PostgreSQL writes it', () => {
    expect(canonical('2026-07-01 10:00:00.123456+00')).toBe('2026-07-01T10:00:00.123456Z')
    expect(canonical('2026-07-01 10:00:00+05:30')).toBe('2026-07-01T04:30:00Z')
  })

  it('keeps years before 1900', () => {
    expect(canonical('0099-03-01T00:00:00Z')).toBe('0099-03-01T00:00:00Z')
  })

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:00:60Z',
    '2026-01-01T10:00:00',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-01:00',
    '2026-01-01T10:00:00+25:00',
    '',
  ])('does not exist as %j', (text) => {
    expect(instantFrom(text)).toBeUndefined()
  })
})
