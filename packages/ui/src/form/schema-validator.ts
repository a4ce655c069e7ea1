import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import type { JsonObject } from '@telar/metadata'

/** What is wrong at one place of a value, before it is put into words. */
export interface SchemaProblem {
  readonly pointer: string
  readonly keyword: string
  /** What the schema says at that keyword: the limit, the format. */
  readonly limit: string | number | null
}

const validators = new WeakMap<object, Validator>()

/** An interpreter: a strict content security policy forbids validators that compile themselves. */
const validatorOf = (schema: object): Validator => {
  const known = validators.get(schema)
  if (known !== undefined) return known
  const made = new Validator(schema as Schema, '2020-12', false)
  validators.set(schema, made)
  return made
}

/** The interpreter throws on `undefined`; JSON has none. */
const jsonOf = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

export const fits = (schema: object, value: unknown): boolean => validatorOf(schema).validate(jsonOf(value)).valid

/** All problems of a value, the inmost ones only. */
export const schemaProblems = (schema: JsonObject, value: unknown): readonly SchemaProblem[] =>
  validatorOf(schema)
    .validate(jsonOf(value))
    .errors.filter(({ keyword, keywordLocation }) => !around.has(keyword) && !inBranch.test(keywordLocation))
    .map((error) => problemOf(schema, error))

/** Keywords that only say that something inside them failed. */
const around = new Set([
  'properties',
  'patternProperties',
  '$ref',
  'allOf',
  'if',
  'items',
  'prefixItems',
  'then',
  'else',
  'dependentSchemas',
  'contains',
])

/** Inside a choice of schemas: that one of them does not fit says nothing. */
const inBranch = /\/(anyOf|oneOf|not)\//

const problemOf = (schema: JsonObject, error: OutputUnit): SchemaProblem => {
  const at = error.instanceLocation.replace(/^#/, '')
  const missing = /"([^"]+)"/.exec(error.error)?.[1]
  return {
    // What is missing is reported at the field that is empty, not at the record around it.
    pointer: error.keyword === 'required' && missing !== undefined ? `${at}/${missing}` : at,
    keyword: error.keyword,
    limit: valueAt(schema, error.keywordLocation),
  }
}

const valueAt = (schema: JsonObject, location: string): string | number | null => {
  const steps = location.replace(/^#\/?/, '').split('/').filter(Boolean)
  let place: unknown = schema
  for (const step of steps) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    place = typeof place === 'object' && place !== null ? Reflect.get(place, key) : undefined
  }
  return typeof place === 'string' || typeof place === 'number' ? place : null
}
