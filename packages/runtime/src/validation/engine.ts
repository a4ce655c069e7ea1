import type { CodeKeywordDefinition } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { formats } from './formats.ts'
import { completeTuple, multipleOf, stepKeyword, uniqueItems, withoutPartErrors, type StepCounter } from './keywords.ts'
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

/** Words whose parts may fail without the value being wrong; of them only the word is told. */
const choices = ['anyOf', 'oneOf', 'contains', 'propertyNames'] as const

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
  for (const word of choices) replace(ajv, word, withoutPartErrors)
  replace(ajv, 'prefixItems', completeTuple)
  for (const definition of [multipleOf, uniqueItems]) {
    ajv.removeKeyword(String(definition.keyword)).addKeyword(definition)
  }
  return ajv.addKeyword(stepKeyword(counter))
}

type Change = (definition: CodeKeywordDefinition) => CodeKeywordDefinition

const replace = (ajv: Ajv2020, word: string, change: Change): void => {
  const definition = ajv.getKeyword(word)
  if (typeof definition !== 'object' || !('code' in definition)) throw new Error(`AJV does not know ${word}`)
  ajv.removeKeyword(word).addKeyword(change(definition))
}
