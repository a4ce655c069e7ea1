import { describe, expect, it } from 'vitest'
import { readDateText, writeDateText } from './date-text.ts'
import { textContext } from './text-context.ts'

const read = (text: string, language: string) => {
  const reading = readDateText(text, textContext(language, 'UTC'))
  return reading.ok ? reading.value : reading.problem.code
}

describe('a date written as text', () => {
  it('is read in the order of the reader', () => {
    expect(read('31/12/2026', 'es')).toBe('2026-12-31')
    expect(read('3/4/2026', 'es')).toBe('2026-04-03')
    expect(read('12/31/2026', 'en')).toBe('2026-12-31')
    expect(read('3/4/2026', 'en')).toBe('2026-03-04')
    expect(read('3/4/2026', 'en-GB')).toBe('2026-04-03')
    expect(read('31-12-2026', 'es')).toBe('2026-12-31')
    expect(read('31.12.2026', 'es-MX')).toBe('2026-12-31')
  })

  it('is always read with the year first', () => {
    expect(read(' 2026-12-31 ', 'es')).toBe('2026-12-31')
    expect(read('2026-12-31', 'en')).toBe('2026-12-31')
  })

  it('is refused where both orders make a date and the writing does not tell', () => {
    expect(read('03-04-2026', 'en')).toBe('dateAmbiguous')
    expect(read('03.04.2026', 'en-US')).toBe('dateAmbiguous')
    expect(read('31.12.2026', 'en')).toBe('2026-12-31')
    expect(read('04-04-2026', 'en')).toBe('2026-04-04')
  })

  it.each(['', 'soon', '31/02/2026', '2026-02-30', '31/12/26', '1/2-2026', '0/0/0000', '2026/12/31x'])(
    'refuses %j',
    (text) => {
      expect(read(text, 'es')).toBe('dateText')
    },
  )

  it('refuses a day in the place of the month rather than guess the order of the others', () => {
    expect(read('31/12/2026', 'en')).toBe('dateText')
    expect(read('12/31/2026', 'es')).toBe('dateText')
  })

  it('is written in the order of the reader', () => {
    expect(writeDateText('2026-04-03', textContext('es', 'UTC'))).toBe('03/04/2026')
    expect(writeDateText('2026-04-03', textContext('en', 'UTC'))).toBe('04/03/2026')
    expect(writeDateText('2026-04-03', textContext('en-GB', 'UTC'))).toBe('03/04/2026')
  })
})
