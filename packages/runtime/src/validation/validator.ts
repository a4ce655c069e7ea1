import {
  isList,
  isObject,
  objectAt,
  onlyConstraints,
  problem,
  referenceTo,
  subschemasOf,
  type Issue,
  type Json,
  type JsonObject,
  type Steps,
  type ValidateSchema,
} from '@telar/metadata'
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { createEngine, type Engine } from './engine.ts'
import { explain, type Choices } from './explain.ts'
import { stepWord, TooManySteps } from './keywords.ts'

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
let documentEngine: Validator | undefined
const documents = (): Validator => (documentEngine ??= createValidator())

/** Values with more parts than this get their first problem only. */
const manyParts = 10_000

/**
 * AJV has one fault that decides how it is used: while it follows which members are known, telling all problems may
 * fail with a TypeError. So the first problem decides, and the rest is told when that works.
 */
const compileCheck = (engine: Engine, key: string, written: JsonObject): CheckValue => {
  const schema = { ...prepared(written), $id: key }
  const followsKnown = mentions(schema, ['unevaluatedProperties', 'unevaluatedItems'])
  const thorough = once(() => compiledBy(engine.ajv({ tellsAll: true, followsKnown }), key, schema))
  const brief = once(() => compiledBy(engine.ajv({ tellsAll: false, followsKnown }), key, schema))
  const choices = choicesOf(schema, (pointer) =>
    engine.ajv({ tellsAll: !followsKnown, followsKnown }).getSchema(key + pointer),
  )
  const errorsOf = (value: Json): readonly ErrorObject[] => {
    const isSmall = !isLarge(value)
    if (isSmall && !followsKnown) return told(thorough(), value)
    const first = told(brief(), value)
    return first.length > 0 && isSmall ? (unlessFaulty(() => told(thorough(), value)) ?? first) : first
  }
  return (value) => {
    engine.counter.steps = 0
    try {
      const errors = errorsOf(value)
      return errors.length === 0 ? [] : explain(errors, choices)
    } catch (cause) {
      // A schema or a value that is nested beyond the stack, or that multiplies beyond the limit.
      if (cause instanceof TooManySteps || cause instanceof RangeError) return [problem('tooComplex')]
      throw cause
    }
  }
}

const told = (check: ValidateFunction, value: Json): readonly ErrorObject[] =>
  check(value) ? [] : (check.errors ?? [])

const unlessFaulty = <T>(run: () => T): T | undefined => {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof TypeError) return undefined
    throw cause
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

/** Adds what the validator itself needs to a schema. */
const prepared = (written: JsonObject): JsonObject => {
  const schema = onlyConstraints(written)
  const definitions = objectAt(schema, '$defs')
  if (definitions === undefined) return schema
  const counted = Object.entries(definitions).map(
    ([name, value]) => [name, isObject(value) ? { ...value, [stepWord]: true } : value] as const,
  )
  return { ...schema, $defs: Object.fromEntries(counted) }
}

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
