import { instantFrom, instantText, isDay, isStorableText, type Json, wallTimeInZone } from '@telar/metadata'
import type { Context } from 'hono'
import { TelarError } from '../errors.ts'
import { isTooDeep } from './read-body.ts'

const bad = (name: string, reason: string): TelarError => new TelarError('BAD_PARAMETER', { params: { name, reason } })

/** Longest query parameter that is read; longer filters go into the body of `…/query`. */
const longest = 16_000

export const textParameter = (context: Context, name: string): string | undefined => {
  const value = context.req.query(name)
  if (value !== undefined && value.length > longest) throw bad(name, `longer than ${longest}`)
  return value === '' ? undefined : value
}

/** A JSON value written into the query string. */
export const jsonParameter = (context: Context, name: string): Json | undefined => {
  const value = textParameter(context, name)
  if (value === undefined) return undefined
  if (isTooDeep(value)) throw bad(name, 'too deep')
  try {
    return JSON.parse(value)
  } catch {
    throw bad(name, 'not valid JSON')
  }
}

export const wholeNumber = (
  name: string,
  value: Json | undefined,
  { min, max, otherwise }: { readonly min: number; readonly max: number; readonly otherwise: number },
): number => {
  if (value === undefined || value === null) return otherwise
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < min || number > max)
    throw bad(name, `${min} … ${max}`)
  return number
}

export const oneOf = <Value extends string>(
  name: string,
  value: Json | undefined,
  known: readonly [Value, ...Value[]],
): Value => {
  if (value === undefined || value === null) return known[0]
  const found = known.find((one) => one === value)
  if (found === undefined) throw bad(name, known.join(', '))
  return found
}

export const flag = (name: string, value: Json | undefined): boolean => {
  if (value === undefined || value === null || value === false || value === 'false') return false
  if (value === true || value === 'true') return true
  throw bad(name, 'true, false')
}

/** `name,stage` or a list of names. */
export const namesParameter = (name: string, value: Json | undefined): ReadonlySet<string> | undefined => {
  if (value === undefined || value === null) return undefined
  const list = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(list) || list.length > 500 || !list.every((one) => typeof one === 'string'))
    throw bad(name, 'field names')
  return new Set(list.map((one) => one.trim()).filter((one) => one !== ''))
}

/** A time in ISO 8601 with its offset; a date alone means the end of that day in the reader's time zone. */
export const timeParameter = (name: string, value: Json | undefined, timeZone: string): string | undefined => {
  if (value === undefined || value === null) return undefined
  const instant =
    typeof value === 'string'
      ? instantFrom(isDay(value) ? wallTimeInZone(`${value}T23:59:59.999`, timeZone) : value)
      : undefined
  if (instant === undefined) throw bad(name, 'ISO 8601')
  return typeof value === 'string' && isDay(value) ? instantText({ ...instant, micros: 999_999 }) : instantText(instant)
}

/** A text of a body or an address that the database can be asked about. */
export const textOf = (name: string, value: Json | undefined): string | undefined => {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' || value.length > longest || !isStorableText(value)) throw bad(name, 'text')
  return value
}

/** Refuses what nobody reads: a misspelt parameter would otherwise be passed over in silence. */
export const knownOnly = (names: readonly string[], known: readonly string[]): void => {
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw bad(unknown.slice(0, 60), known.join(', '))
}

/** `If-Match: "3"` or `*`. */
export const ifMatch = (context: Context): number | 'any' => {
  const header = context.req.header('if-match')
  if (header === undefined) throw new TelarError('IF_MATCH_NEEDED')
  if (header.trim() === '*') return 'any'
  const found = /^"?(\d{1,9})"?$/.exec(header.trim())
  if (found === null) throw bad('If-Match', '"<version>" or *')
  return Number(found[1])
}
