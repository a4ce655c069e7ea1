import {
  isList,
  problem,
  referenceTo,
  subschemasOf,
  type Issue,
  type Json,
  type JsonObject,
  type Steps,
  type ValidateSchema,
} from '@telar/metadata'
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js'
import { createEngine, type Engine } from './engine.ts'
import { explain, type Choices } from './explain.ts'
import { TooManySteps } from './keywords.ts'
import { prepared } from './prepare.ts'

/** Every problem of a value; empty when there is none. */
export type CheckValue = (value: Json) => readonly Issue[]

/** Compiled schemas of one snapshot; it goes when the snapshot goes. */
export interface Validator {
  /** A check that is compiled at its first value. The name is for error messages only. */
  readonly compile: (name: string, schema: JsonObject) => CheckValue
}

export const createValidator = (): Validator => {
  const engine = createEngine()
  let count = 0
  return {
    compile: (name, schema) => {
      const key = `telar:${++count}:${encodeURIComponent(name)}`
      let check: CheckValue | undefined
      return (value) => {
        check ??= compileCheck(engine, key, schema)
        return check(value)
      }
    },
  }
}

/** Checks documents against the schemas of their kinds; each schema object is compiled once. */
export const documentValidator: ValidateSchema = (schema, value) => {
  const known = documentChecks.get(schema)
  const check = known ?? documents().compile('document', schema)
  if (known === undefined) documentChecks.set(schema, check)
  return check(value)
}

const documentChecks = new WeakMap<JsonObject, CheckValue>()
let documentEngine = createValidator()
let documentSchemas = 0

/** An engine keeps what it compiled: schemas that come and go with a plan go when their engine does. */
const documents = (): Validator => {
  documentSchemas += 1
  if (documentSchemas % 200 === 0) documentEngine = createValidator()
  return documentEngine
}

/** Values with more parts than this get their first problem only. */
const manyParts = 10_000

const compileCheck = (engine: Engine, key: string, written: JsonObject): CheckValue => {
  const schema = { ...prepared(written), $id: key }
  const followsKnown = mentions(schema, ['unevaluatedProperties', 'unevaluatedItems'])
  const thorough = once(() => compiledBy(engine.ajv({ tellsAll: true, followsKnown }), key, schema))
  const brief = once(() => compiledBy(engine.ajv({ tellsAll: false, followsKnown }), key, schema))
  const choices = choicesOf(schema, (pointer) => engine.ajv({ tellsAll: true, followsKnown }).getSchema(key + pointer))
  return (value) => {
    engine.counter.steps = 0
    try {
      const check = isLarge(value) ? brief() : thorough()
      return check(value) ? [] : explain(check.errors ?? [], choices)
    } catch (cause) {
      // A schema or a value that is nested beyond the stack, or that multiplies beyond the limit.
      if (cause instanceof TooManySteps || cause instanceof RangeError) return [problem('tooComplex')]
      throw cause
    }
  }
}

const mentions = (schema: JsonObject, words: readonly string[]): boolean =>
  words.some((word) => Object.hasOwn(schema, word)) ||
  subschemasOf(schema).some(({ schema: part }) => typeof part === 'object' && mentions(part, words))

const choicesOf = (schema: JsonObject, compiled: (pointer: string) => ReturnType<Ajv2020['getSchema']>): Choices => {
  const lists = once(() => alternativesIn(schema))
  return {
    pointerOf: (list) => lists().get(list),
    partCheck: (pointer) => {
      const check = compiled(`#${pointer}`)
      return isAtOnce(check) ? check : undefined
    },
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const compiledBy = (ajv: Ajv2020, key: string, schema: JsonObject): ValidateFunction => {
  const check = ajv.addSchema(schema, key).getSchema(key)
  if (isAtOnce(check)) return check
  throw new Error(`The schema ${key} did not compile`)
}

const isAtOnce = (check: ReturnType<Ajv2020['getSchema']>): check is ValidateFunction =>
  check !== undefined && !('$async' in check)

/** Where the lists of alternatives stand, to come back to them when none fits. */
const alternativesIn = (
  schema: JsonObject,
  at: Steps = [],
  found = new Map<unknown, string>(),
): ReadonlyMap<unknown, string> => {
  for (const word of ['anyOf', 'oneOf'])
    if (isList(schema[word])) found.set(schema[word], referenceTo([...at, word]).slice(1))
  for (const { steps, schema: part } of subschemasOf(schema)) {
    if (typeof part === 'object') alternativesIn(part, [...at, ...steps], found)
  }
  return found
}

const isLarge = (value: Json): boolean => partsUpTo(value, manyParts) >= manyParts

/** How many values are in a value, counted no further than needed. */
const partsUpTo = (value: Json, most: number): number => {
  if (typeof value !== 'object' || value === null) return 1
  let count = 1
  for (const part of Object.values(value)) {
    if (count >= most) return count
    count += partsUpTo(part, most - count)
  }
  return count
}
