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
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { explain, type Choices } from './explain.ts'
import { formats } from './formats.ts'
import {
  multipleOf,
  stepKeyword,
  stepWord,
  TooManySteps,
  uniqueItems,
  withoutPartErrors,
  type StepCounter,
} from './keywords.ts'
import { linearPattern } from './pattern.ts'

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

interface Engine {
  /** Tells all errors of a value. */
  readonly thorough: () => Ajv2020
  /** Stops at the first one: for values so large that telling all would take long. */
  readonly brief: () => Ajv2020
  readonly counter: StepCounter
}

const createEngine = (): Engine => {
  const counter = { steps: 0 }
  return { thorough: once(() => createAjv(counter, true)), brief: once(() => createAjv(counter, false)), counter }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const silent = ['anyOf', 'oneOf', 'contains', 'propertyNames'] as const

const createAjv = (counter: StepCounter, allErrors: boolean): Ajv2020 => {
  const ajv = new Ajv2020({
    allErrors,
    verbose: true,
    strict: false,
    logger: false,
    // Schemas were checked when they were converted; the meta-schemas would cost a megabyte a snapshot.
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    messages: false,
    ownProperties: true,
    formats,
    code: { regExp: Object.assign(linearPattern, { code: 'linearPattern' }) },
  })
  for (const word of silent) replace(ajv, word)
  for (const definition of [multipleOf, uniqueItems])
    ajv.removeKeyword(String(definition.keyword)).addKeyword(definition)
  return ajv.addKeyword(stepKeyword(counter))
}

const replace = (ajv: Ajv2020, word: string): void => {
  const definition = ajv.getKeyword(word)
  if (typeof definition === 'object' && 'code' in definition)
    ajv.removeKeyword(word).addKeyword(withoutPartErrors(definition))
}

/** Values with more parts than this get their first problem only. */
const manyParts = 10_000

const compileCheck = (engine: Engine, key: string, written: JsonObject): CheckValue => {
  const schema = { ...prepared(written), $id: key }
  const thorough = once(() => compiledBy(engine.thorough(), key, schema))
  const brief = once(() => compiledBy(engine.brief(), key, schema))
  const lists = once(() => alternativesIn(schema))
  const choices: Choices = {
    pointerOf: (list) => lists().get(list),
    partCheck: (pointer) => {
      const check = engine.thorough().getSchema(`${key}#${pointer}`)
      return isAtOnce(check) ? check : undefined
    },
  }
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
