import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDateTimeText, writeDateTimeText } from './date-time-text.ts'
import { instantText } from './instant.ts'
import { textContext } from './text-context.ts'

const madrid = textContext('es', 'Europe/Madrid')
const newYork = textContext('en', 'America/New_York')

const read = (text: string, context = madrid) => {
  const reading = readDateTimeText(text, context)
  return reading.ok ? reading.value : reading.problem.code
}

describe('a date and time written as text', () => {
  it('is read in the time zone of the reader', () => {
    expect(read('31/12/2026 18:30')).toBe('2026-12-31T17:30:00Z')
    expect(read('1/7/2026, 10:00:05.25')).toBe('2026-07-01T08:00:05.250Z')
    expect(read('2026-07-01T10:00')).toBe('2026-07-01T08:00:00Z')
    expect(read('12/31/2026 6:30 PM', newYork)).toBe('2026-12-31T23:30:00Z')
    expect(read('12/31/2026 12:05 a.m.', newYork)).toBe('2026-12-31T05:05:00Z')
  })

  it('keeps the offset that is written', () => {
    expect(read('2026-07-01T10:00:00+05:30')).toBe('2026-07-01T04:30:00Z')
    expect(read('01/07/2026 10:00 -03:00')).toBe('2026-07-01T13:00:00Z')
  })

  it('is midnight where only the day is written', () => {
    expect(read('01/07/2026')).toBe('2026-06-30T22:00:00Z')
  })

  it('is refused in the hour that the clocks skip and in the one they show twice', () => {
    expect(read('29/03/2026 02:30')).toBe('timeSkipped')
    expect(read('25/10/2026 02:30')).toBe('timeTwice')
    expect(read('25/10/2026 02:30 +02:00')).toBe('2026-10-25T00:30:00Z')
    expect(read('25/10/2026 02:30 +01:00')).toBe('2026-10-25T01:30:00Z')
  })

  it.each([
    '',
    'now',
    '31/12/2026 25:00',
    '31/12/2026 10:60',
    '31/12/2026 13:00 pm',
    '30/02/2026 10:00',
    '2026-02-30T10:00:00Z',
    'x'.repeat(1000),
  ])('refuses %j', (text) => {
    expect(read(text)).toBe('dateTimeText')
  })

  it('is read back as it was written, to the microsecond, in any zone', () => {
    const moments = fc.record({
      seconds: fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }),
      micros: fc.integer({ min: 0, max: 999_999 }),
    })
    const zones = fc.constantFrom(
      'Europe/Madrid',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
      'Pacific/Apia',
    )
    fc.assert(
      fc.property(moments, zones, fc.constantFrom('en', 'es'), (moment, zone, language) => {
        const context = textContext(language, zone)
        const value = instantText(moment)
        expect(read(writeDateTimeText(value, context), context)).toBe(value)
      }),
      { numRuns: 500 },
    )
  })

  it('is read back around the change of the clocks', () => {
    const seconds = fc.integer({ min: Date.UTC(2026, 9, 24) / 1000, max: Date.UTC(2026, 9, 26) / 1000 })
    fc.assert(
      fc.property(seconds, (moment) => {
        const value = instantText({ seconds: moment, micros: 0 })
        expect(read(writeDateTimeText(value, madrid))).toBe(value)
      }),
      { numRuns: 500 },
    )
  })
})
