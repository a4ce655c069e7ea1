import { languageFrom, type Language } from '../language.ts'
import { exactFrom } from './exact-decimal.ts'
import type { TextContext, TextReading } from './field-type.ts'
import { notUnderstood, understood } from './value-problem.ts'

interface Marks {
  readonly decimal: string
  readonly group: string
}

const marks: Readonly<Record<Language, Marks>> = {
  en: { decimal: '.', group: ',' },
  es: { decimal: ',', group: '.' },
}

const otherLanguage: Readonly<Record<Language, Language>> = { en: 'es', es: 'en' }

/**
 * A number as people write it → decimal text. Their own decimal mark is always believed, the other notation where only
 * it makes sense. `1.234` of a Spanish reader may be a thousand or a little more than one: refused, unless `suits`
 * (whether a decimal text can be a value of the field) leaves one reading.
 */
export const readNumberText = (
  text: string,
  context: TextContext,
  suits: (plain: string) => boolean,
): TextReading<string> => {
  if (text.length > 100) return notUnderstood('numberText', { text: text.slice(0, 100) })
  const written = text
    .trim()
    .replace(/−/g, '-')
    .replace(/(?<=\d)[\s'’](?=\d{3}(\D|$))/g, '')
  const language = languageFrom(context.language)
  const own = readIn(written, marks[language])
  if (own !== undefined && !written.includes(marks[language].group)) return understood(own)
  const readings = [own, readIn(written, marks[otherLanguage[language]])].filter((reading) => reading !== undefined)
  const suitable = readings.filter(suits)
  const [first, second] = suitable.length > 0 ? suitable : readings
  if (first === undefined) return notUnderstood('numberText', { text })
  return second === undefined || suitable.length < 2
    ? understood(first)
    : notUnderstood('numberAmbiguous', { text, first, second })
}

/** Without thousands separators, so that it is read back the same; very large and small numbers keep their exponent. */
export const writeNumberText = (value: string | number, context: TextContext): string => {
  const text = String(value)
  const plain = text.includes('e') ? text : (exactFrom(value)?.toFixed(decimalsOf(value)) ?? text)
  return plain.replace('.', marks[languageFrom(context.language)].decimal)
}

/** Trailing zeros of a decimal text were meant. */
const decimalsOf = (value: string | number): number | undefined =>
  typeof value === 'string' ? (value.split('.')[1]?.length ?? 0) : undefined

const readIn = (text: string, { decimal, group }: Marks): string | undefined => {
  const [whole = '', fraction, ...more] = text.split(decimal)
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+$`)
  const digits = grouped.test(whole) ? whole.replaceAll(group, '') : whole
  const plain = fraction === undefined ? digits : `${digits}.${fraction}`
  if (more.length > 0 || !/^[+-]?\d*$/.test(digits) || !/\d$/.test(plain)) return undefined
  return exactFrom(plain)?.toFixed(fraction?.length ?? 0)
}
