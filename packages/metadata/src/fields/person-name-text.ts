import type { JsonObject } from '../json.ts'
import type { TextReading } from './field-type.ts'
import { folded } from './folded.ts'
import { joinTexts, splitTexts } from './list-text.ts'
import { normaliseTextParts, textIn } from './text-parts.ts'
import { notUnderstood, understood } from './value-problem.ts'

/** The order of the parts around commas. */
const written = ['last', 'first', 'middle', 'prefix'] as const

const prefixes: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr dra prof profa sr sra srta d dna don dona fr rev hon sir dame'.split(' '),
)

/** `López García, Ana María`: the comma tells the last names from the first ones. */
export const writePersonName = (value: JsonObject): string => {
  const texts = written.map((part) => textIn(value, part) ?? '')
  const last = texts.findLastIndex((text) => text !== '')
  return last <= 0 ? `${joinTexts(texts.slice(0, 1), ',')},` : joinTexts(texts.slice(0, last + 1), ',')
}

/**
 * With commas as `writePersonName` writes it; without, a first and a last name. Three words and more may be cut in
 * several places (`Ana María López`, `Ana López García`), so they are refused rather than guessed.
 */
export const readPersonName = (text: string): TextReading => {
  const texts = splitTexts(text, ',')
  if (texts.length > written.length) return notUnderstood('nameText', { text: text.slice(0, 200) })
  if (texts.length > 1)
    return understood(normaliseTextParts(Object.fromEntries(texts.map((part, index) => [written[index] ?? '', part]))))
  const words = text.trim().split(/\s+/)
  const [first = '', ...more] = words
  const isPrefixed = more.length > 0 && prefixes.has(folded(first).replace(/\.$/, ''))
  const [given = '', family = '', ...rest] = isPrefixed ? more : words
  if (rest.length > 0) return notUnderstood('nameAmbiguous', { text: text.slice(0, 200) })
  return understood(normaliseTextParts({ prefix: isPrefixed ? first : '', first: given, last: family }))
}
