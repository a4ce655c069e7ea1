import { describe, expect, it } from 'vitest'
import { readNumberText, writeNumberText } from './number-text.ts'
import { textContext } from './text-context.ts'

const es = textContext('es', 'UTC')
const en = textContext('en', 'UTC')

const read = (text: string, context = es, suits = (_plain: string): boolean => true) => {
  const reading = readNumberText(text, context, suits)
  return reading.ok ? reading.value : reading.problem.code
}

const hasTwoDecimals = (plain: string): boolean => (plain.split('.')[1]?.length ?? 0) <= 2

describe('a number written as text', () => {
  it('is read in the notation of the reader', () => {
    expect(read('1.234,56', es)).toBe('1234.56')
    expect(read('1,234.56', en)).toBe('1234.56')
    expect(read('-1.234.567', es)).toBe('-1234567')
    expect(read('0,5', es)).toBe('0.5')
    expect(read(' 1 234 567,8 ', es)).toBe('1234567.8')
    expect(read('1’234.5', en)).toBe('1234.5')
    expect(read('−3', en)).toBe('-3')
  })

  it('is read in the other notation where only that makes sense', () => {
    expect(read('1,234.56', es)).toBe('1234.56')
    expect(read('12.5', es)).toBe('12.5')
    expect(read('12,5', en)).toBe('12.5')
  })

  it('is refused where it may be a thousand or a fraction', () => {
    expect(read('1.234', es)).toBe('numberAmbiguous')
    expect(read('1,234', en)).toBe('numberAmbiguous')
    expect(readNumberText('1.234', es, () => true)).toMatchObject({
      problem: { params: { first: '1234', second: '1.234' } },
    })
  })

  it('has one reading where the field takes no third decimal', () => {
    expect(read('1.234', es, hasTwoDecimals)).toBe('1234')
    expect(read('1,234', en, hasTwoDecimals)).toBe('1234')
  })

  it('always trusts the decimal mark of the reader, so that what was written is read back', () => {
    expect(read('1,234', es)).toBe('1.234')
    expect(read('1.234', en)).toBe('1.234')
  })

  it.each(['', '-', 'abc', '1.2.3', '1,2,3', '12.34.567', '1..2', '1e5', '٣', '1 2', '0x10', '9'.repeat(200)])(
    'refuses %j',
    (text) => {
      expect(read(text, es)).toBe('numberText')
      expect(read(text, en)).toBe('numberText')
    },
  )

  it('is written without thousands separators', () => {
    expect(writeNumberText('1234567.50', es)).toBe('1234567,50')
    expect(writeNumberText(1234567.5, en)).toBe('1234567.5')
    expect(writeNumberText(1e300, es)).toBe('1e+300')
  })
})
