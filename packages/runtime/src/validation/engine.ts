import { Ajv2020 } from 'ajv/dist/2020.js'
import * as repairs from './ajv-repairs.ts'
import { formats } from './formats.ts'
import { multipleOf, stepKeyword, uniqueItems, withoutPartErrors, type StepCounter } from './keywords.ts'
import { linearPattern } from './pattern.ts'

export interface EngineOptions {
  /** Tells every problem of a value; otherwise stops at the first. */
  readonly tellsAll: boolean
  /** Follows which members are known, for `unevaluatedProperties` and `unevaluatedItems`. */
  readonly followsKnown: boolean
}

/** The instances of AJV that one snapshot needs, each made when it is first asked for. */
export interface Engine {
  readonly ajv: (options: EngineOptions) => Ajv2020
  readonly counter: StepCounter
}

export const createEngine = (): Engine => {
  const counter = { steps: 0 }
  const made = new Map<string, Ajv2020>()
  return {
    counter,
    ajv: (options) => {
      const key = `${options.tellsAll} ${options.followsKnown}`
      const ajv = made.get(key) ?? createAjv(counter, options)
      made.set(key, ajv)
      return ajv
    },
  }
}

/** What is done to words of AJV, in this order. Of those whose parts may fail, the word alone is told. */
const changes: readonly (readonly [string, repairs.Repair])[] = [
  ['anyOf', withoutPartErrors],
  ['oneOf', withoutPartErrors],
  ['contains', withoutPartErrors],
  ['propertyNames', withoutPartErrors],
  ['prefixItems', repairs.completeTuple],
  ['contains', repairs.freshContains],
  ['$ref', repairs.withOwnKnown],
  ['anyOf', repairs.withOwnKnown],
  ['oneOf', repairs.withOwnKnown],
  ['dependentSchemas', repairs.withOwnKnown],
  ['if', repairs.conditionKnown],
  ['patternProperties', repairs.ownPatternMembers],
  ['unevaluatedItems', repairs.countedItems],
]

const createAjv = (counter: StepCounter, { tellsAll, followsKnown }: EngineOptions): Ajv2020 => {
  const ajv = new Ajv2020({
    allErrors: tellsAll,
    verbose: true,
    strict: false,
    logger: false,
    // Schemas were checked when they were converted; the meta-schemas would cost a megabyte a snapshot.
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    messages: false,
    ownProperties: true,
    // Copies of small definitions make the code of large schemas four times as long.
    inlineRefs: false,
    formats,
    code: { optimize: false, regExp: Object.assign(linearPattern, { code: 'linearPattern' }) },
  })
  Object.assign(ajv.opts, { unevaluated: followsKnown, dynamicRef: false })
  for (const [word, change] of changes) replace(ajv, word, change)
  for (const definition of [multipleOf, uniqueItems]) {
    ajv.removeKeyword(String(definition.keyword)).addKeyword(definition)
  }
  return ajv.addKeyword(stepKeyword(counter))
}

/** In place, for the order of the words has a meaning: what is not known is looked at last. */
const replace = (ajv: Ajv2020, word: string, change: repairs.Repair): void => {
  const definition = ajv.getKeyword(word)
  if (typeof definition !== 'object' || !('code' in definition)) throw new Error(`AJV does not know ${word}`)
  Object.assign(definition, change({ ...definition }))
}
