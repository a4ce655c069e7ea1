import { describe, expect, it } from 'vitest'
import { readPersonName } from './person-name-text.ts'

const read = (text: string) => {
  const reading = readPersonName(text)
  return reading.ok ? reading.value : reading.problem.code
}

describe('the name of a person written as text', () => {
  it('is cut at the comma', () => {
    expect(read('López García, Ana María')).toEqual({ first: 'Ana María', last: 'López García' })
    expect(read('Public, John, Q., Dr.')).toEqual({ prefix: 'Dr.', first: 'John', middle: 'Q.', last: 'Public' })
  })

  it('is a first and a last name where there are two words', () => {
    expect(read('Ana López')).toEqual({ first: 'Ana', last: 'López' })
    expect(read('Dra. Ana López')).toEqual({ prefix: 'Dra.', first: 'Ana', last: 'López' })
    expect(read('Madonna')).toEqual({ first: 'Madonna' })
  })

  it('is refused rather than guessed where there are more', () => {
    expect(read('Ana López García')).toBe('nameAmbiguous')
    expect(read('a, b, c, d, e')).toBe('nameText')
  })
})
