import { pointerStep, problem, warning, type Issue } from '../issue/issue.ts'
import { isList, isObject, type Json, type JsonObject } from '../json.ts'

/** Nested levels of a document or a record (contract.md). */
export const deepestNesting = 64

/** Values in one document; the largest public schemas have about half of it. */
const mostValues = 500_000

export interface DocumentLimits {
  readonly isTooLarge: boolean
  readonly issues: readonly Issue[]
}

/** What no JSON document may contain here, whatever it means: found before anything walks it freely. */
export const documentLimits = (document: JsonObject): DocumentLimits => {
  const issues: Issue[] = []
  const size = { values: 0, isTooDeep: false }
  look(document, { pointer: '', depth: 1, size, issues })
  if (size.values > mostValues) issues.push(problem('JSON_TOO_LARGE', { params: { most: mostValues } }))
  return { isTooLarge: size.isTooDeep || size.values > mostValues, issues: [...issues, ...fieldNames(document)] }
}

interface Looking {
  readonly pointer: string
  readonly depth: number
  readonly size: { values: number; isTooDeep: boolean }
  readonly issues: Issue[]
}

const look = (value: Json, at: Looking): void => {
  at.size.values += 1
  if (typeof value === 'number' && isUnsafe(value)) at.issues.push(unsafeNumber(at.pointer, value))
  if (typeof value !== 'object' || value === null || at.size.values > mostValues || at.size.isTooDeep) return
  if (at.depth > deepestNesting) {
    at.size.isTooDeep = true
    at.issues.push(problem('JSON_TOO_DEEP', { pointer: at.pointer, params: { most: deepestNesting } }))
    return
  }
  const depth = at.depth + 1
  if (isList(value))
    for (const [index, item] of value.entries()) look(item, { ...at, depth, pointer: `${at.pointer}/${index}` })
  else lookInside(value, { ...at, depth })
}

const lookInside = (object: JsonObject, at: Looking): void => {
  for (const [key, value] of Object.entries(object)) {
    const pointer = at.pointer + pointerStep(key)
    if (key === '__proto__') at.issues.push(problem('SCHEMA_NAME_RESERVED', { pointer, params: { name: key } }))
    if (!key.isWellFormed()) at.issues.push(problem('SCHEMA_NAME_MALFORMED', { pointer }))
    look(value, { ...at, pointer })
  }
}

const isUnsafe = (value: number): boolean =>
  !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21)

/** No number that JavaScript writes is longer. */
const longestNumber = 330

/** Whether a number as written is the number that JavaScript makes of it. */
export const isExactNumber = (written: string): boolean => {
  const value = Number(written)
  return written.length <= longestNumber && !isUnsafe(value) && sameDigits(digitsOf(written), digitsOf(String(value)))
}

interface Digits {
  readonly digits: string
  /** Power of ten of the last digit. */
  readonly exponent: number
}

const digitsOf = (written: string): Digits => {
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(written) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  return { digits: kept, exponent: kept === '' ? 0 : Number(exponent) - fraction.length + digits.length - kept.length }
}

const sameDigits = (a: Digits, b: Digits): boolean => a.digits === b.digits && a.exponent === b.exponent

/**
 * A bound beyond 2^53 cannot tell two records apart, and a default in somebody else's schema is only a proposal, so
 * they may stay; any other such number would change.
 */
export const unsafeNumber = (pointer: string, value: number | string): Issue => {
  const isHarmless = /\/(minimum|maximum|exclusiveMinimum|exclusiveMaximum|default)$/.test(pointer)
  return (isHarmless ? warning : problem)('JSON_NUMBER_UNSAFE', { pointer, params: { number: String(value) } })
}

/** Names that JavaScript keeps for itself, and names that lose their order. */
const fieldNames = (document: JsonObject): readonly Issue[] => {
  const properties = document['properties']
  if (!isObject(properties)) return []
  return Object.keys(properties).flatMap((name) => {
    const detail = { pointer: `/properties${pointerStep(name)}`, params: { name } }
    if (name === 'constructor' || name === 'prototype') return [problem('SCHEMA_NAME_RESERVED', detail)]
    return isIntegerLike(name) ? [problem('SCHEMA_NAME_INTEGER', detail)] : []
  })
}

/** Whether JavaScript would sort this name before all others, whatever order the author gave. */
const isIntegerLike = (name: string): boolean => /^(0|[1-9]\d{0,9})$/.test(name) && Number(name) < 4_294_967_295
