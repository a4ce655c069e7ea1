import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageOf } from '../issue/texts.ts'
import { readJson } from './read-json.ts'

const codes = (text: string) => readJson(text).issues.map((issue) => issue.code)

describe('reading JSON text', () => {
  it('reads what JSON.parse reads', () => {
    const isRefused = /"__proto__"|(?<![\d.])\d{16,21}(?![\d.])/
    const text = fc
      .tuple(fc.jsonValue({ stringUnit: 'grapheme' }), fc.constantFrom(0, 2))
      .map(([value, indent]) => JSON.stringify(value, null, indent))
      .filter((written) => !isRefused.test(written))
    fc.assert(
      fc.property(text, (written) => {
        expect(readJson(written)).toEqual({ value: JSON.parse(written), issues: [] })
      }),
    )
  })

  it('refuses exactly the texts that JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '0',
      '.5',
      'true',
      'nul',
      ' ',
      '\n',
      '"',
      '\\',
      '"\\u00e9"',
      '\t',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        const isDuplicate = codes(text).includes('JSON_DUPLICATE_KEY')
        expect(isDuplicate || readJson(text).value !== undefined).toBe(isDuplicate || parses(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('names the line and column of a fault in both languages', () => {
    const [issue] = readJson('{\n  "a": 1,\n  "b" 2\n}').issues
    expect(issue).toMatchObject({ code: 'JSON_SYNTAX', params: { line: 3, column: 7, found: '2', expected: [':'] } })
    expect(messageOf(issue ?? { code: '', params: {} }, 'en')).toContain('line 3, column 7')
    expect(messageOf(issue ?? { code: '', params: {} }, 'es')).toContain('línea 3, columna 7')
  })

  it('tells an early end, a trailing value and a bad text apart', () => {
    expect(codes('{"a": [1, 2')).toEqual(['JSON_ENDS_EARLY'])
    expect(codes('')).toEqual(['JSON_ENDS_EARLY'])
    expect(codes('{} x')).toEqual(['JSON_GOES_ON'])
    expect(codes('"a\nb"')).toEqual(['JSON_TEXT_INVALID'])
    expect(codes('"\\x"')).toEqual(['JSON_TEXT_INVALID'])
  })

  it('passes over a byte order mark and counts columns without it', () => {
    expect(readJson('\uFEFF{"a":1}').value).toEqual({ a: 1 })
    expect(readJson('\uFEFF!').issues[0]?.params).toMatchObject({ line: 1, column: 1 })
  })

  it('names every key that stands twice', () => {
    const { value, issues } = readJson('{"a":{"b":1,"b":2},\n"a":3}')
    expect(value).toBeUndefined()
    expect(issues.map(({ code, pointer, params }) => [code, pointer, params['line']])).toEqual([
      ['JSON_DUPLICATE_KEY', '/a/b', 1],
      ['JSON_DUPLICATE_KEY', '/a', 2],
    ])
  })

  it('refuses numbers that would change, and keeps those that stay', () => {
    expect(codes('[9007199254740993, 18446744073709551615, 0.12345678901234567891, 1e400]')).toEqual(
      Array(4).fill('JSON_NUMBER_UNSAFE'),
    )
    expect(codes(`[${'1'.repeat(5000)}]`)).toEqual(['JSON_NUMBER_UNSAFE'])
    expect(codes('[9007199254740991, 0.1, 1.50, 1e21, -0, 0.0, 1.0e-7, 120, 3.14159]')).toEqual([])
  })

  it('lets a bound beyond 2^53 pass with a warning', () => {
    const { value, issues } = readJson('{"maximum":18446744073709551615}')
    expect(value).toBeDefined()
    expect(issues.map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('stops at 64 nested levels, however deep the text goes on', () => {
    expect(codes('['.repeat(64) + ']'.repeat(64))).toEqual([])
    expect(codes('['.repeat(200_000))).toEqual(['JSON_TOO_DEEP'])
  })

  it('refuses __proto__ and gives up on a text that is wrong everywhere', () => {
    expect(codes('{"__proto__":{"admin":true}}')).toEqual(['SCHEMA_NAME_RESERVED'])
    expect(codes(`{${'"a":1,'.repeat(100_000)}"b":1}`).length).toBe(100)
  })
})

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
