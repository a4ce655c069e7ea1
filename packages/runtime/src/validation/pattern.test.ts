import { patternProblem } from '@telar/metadata'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearPattern } from './pattern.ts'

const atom = fc.constantFrom(
  'a',
  'b',
  '.',
  '\\d',
  '\\w',
  '\\W',
  '\\s',
  '\\S',
  '\\D',
  '[ab]',
  '[^a]',
  '[a-c1]',
  '[\\w-]',
  '[\\s\\d]',
  '[^\\S]',
  '[\\b]',
  '[]',
  '[^]',
  '\\.',
  '\\/',
  '\\u00f1',
  '\\u{1F600}',
  '\\x41',
  '\\cJ',
  '\\0',
  '\\t',
  'ñ',
  '😀',
  '\\p{L}',
  '\\P{Lu}',
  '[\\p{L}\\-]',
  '\\p{Script=Greek}',
  '[+--]',
)
const pattern = fc.letrec<{ readonly any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    atom,
    fc.tuple(tie('any'), tie('any')).map((parts) => parts.join('')),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a}|${b})`),
    tie('any').map((inner) => `(?:${inner})*`),
    tie('any').map((inner) => `(?<n>${inner})?`),
    tie('any').map((inner) => `(?:${inner}){1,3}?`),
    tie('any').map((inner) => `^${inner}$`),
    tie('any').map((inner) => `\\b${inner}`),
  ),
})).any

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'c',
      'A',
      '1',
      ' ',
      '\n',
      '\u00a0',
      '\u2028',
      'ñ',
      '😀',
      'Ω',
      '-',
      '.',
      '/',
      '_',
      '\b',
      '\0',
      '',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

describe('patterns in linear time', () => {
  it('accept what the browser accepts', () => {
    const supported = pattern.filter((source) => (source.match(/<n>/g) ?? []).length < 2)
    fc.assert(
      fc.property(supported, fc.array(text, { minLength: 1, maxLength: 8 }), (source, texts) => {
        const native = new RegExp(source, 'u')
        const own = linearPattern(source)
        expect(patternProblem(source)).toBeUndefined()
        expect(texts.map((one) => own.test(one))).toEqual(texts.map((one) => native.test(one)))
      }),
      { numRuns: 1000 },
    )
  })

  it('take the liberties that authors take outside of unicode mode', () => {
    expect(linearPattern('^[a-z\\_\\-]+\\@x\\-y{z}]$').test('a_-@x-y{z}]')).toBe(true)
    expect(linearPattern('^a{,3}$').test('a{,3}')).toBe(true)
  })

  it.each([
    ['(?=a)b', '(?='],
    ['(?!a)b', '(?!'],
    ['x(?<=a)b', '(?<='],
    ['(?<!a)b', '(?<!'],
    ['(a)\\1', '\\1'],
    ['(?<x>a)\\k<x>', '\\k'],
    ['(?i)a', '(?i'],
    ['^a\\Z', '\\Z'],
    ['a{1001}', '{1001}'],
    ['a{3,1}', '{3,1}'],
    ['*a', '*'],
    ['a**', '*'],
    ['(a', '('],
    ['a)', ')'],
    ['[a', '['],
    ['[z-a]', 'z-a'],
    ['\\', '\\'],
    ['((a{100}){100}){100}', '{100}'],
    ['(\\p{L}{500}){2}\\p{L}{999}', '{'],
    ['\\p{Nonsense}', '\\p{Nonsense}'],
  ])('name the part of %s that cannot be run', (source, part) => {
    expect(patternProblem(source)).toBe(part)
  })

  it('never hold the event loop, whatever the pattern and the text', () => {
    const evil = linearPattern('^(a+)+$')
    expect(evil.test('a'.repeat(50_000))).toBe(true)
    expect(evil.test(`${'a'.repeat(50_000)}!`)).toBe(false)
    expect(linearPattern('^(([a-z])+.)+[A-Z]([a-z])+$').test('a'.repeat(20_000))).toBe(false)
    expect(patternProblem('('.repeat(100_000))).toBe('((((((((((((((((((((…')
    expect(patternProblem('('.repeat(2000) + ')'.repeat(2000))).toBe('(')
  })
})
