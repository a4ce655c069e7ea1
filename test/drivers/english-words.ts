import { isList, isObject, type Json } from '@telar/metadata'
import { en } from '../../packages/ui/src/i18n/en/index.ts'
import { es } from '../../packages/ui/src/i18n/es/index.ts'

/** Tells which of the texts on a Spanish screen are English. */
export type FindEnglish = (texts: readonly string[]) => readonly string[]

/**
 * Knows the application's own words and those of a definition, each in both languages. What is English there and has
 * another Spanish form must not be seen; words that are only ever English give texts of libraries away.
 */
export const englishIn = (english: Json, spanish: Json): FindEnglish => {
  const pairs = [...pairsOf(toJson(en), toJson(es)), ...pairsOf(english, spanish)]
  const allowed = new Set(pairs.map(([, other]) => other))
  const known = new Set(pairs.filter(([one, other]) => one !== other && !allowed.has(one)).map(([one]) => one))
  const exact = new Set([...known].filter((text) => !text.includes('{{')))
  const patterns = [...known].filter((text) => /[a-z]{3}/i.test(text.replaceAll(/\{\{\w+\}\}/g, ''))).flatMap(patternOf)
  return (texts) =>
    texts.filter((text) => exact.has(text) || patterns.some((pattern) => pattern.test(text)) || foreign.test(text))
}

const foreign =
  /(?<!\p{L})(the|and|with|your|this|from|press|loading|search|close|open|select|selected|not|of|is|was|row|column|space|enter|page|new|next|previous|month|year)(?!\p{L})/iu

const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json // oxlint-disable-line no-unsafe-type-assertion -- what JSON.parse gives is JSON

/** What an author wrote, in whatever language: it is read by machines, and shown by nothing. */
const asWritten = 'schema'

/** Every text that stands at the same place in both. */
const pairsOf = (one: Json, other: Json): readonly (readonly [string, string])[] => {
  if (typeof one === 'string' && typeof other === 'string') return [[one, other]]
  if (isList(one) && isList(other)) return one.flatMap((item, index) => pairsOf(item, other[index] ?? null))
  if (isObject(one) && isObject(other))
    return Object.entries(one)
      .filter(([key]) => key !== asWritten)
      .flatMap(([key, value]) => pairsOf(value, other[key] ?? null))
  return []
}

/** "New {{module}}" is met as "New account". */
const patternOf = (text: string): readonly RegExp[] => {
  if (!text.includes('{{')) return []
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return [new RegExp(`^${parts.join('.+')}$`, 'u')]
}
