import { isList, isObject, type Json } from '@telar/metadata'
import { _, type CodeKeywordDefinition, type FuncKeywordDefinition, type KeywordCxt } from 'ajv'
import { isExactMultiple } from './exact-multiple.ts'

/** Thrown when one value takes more steps than any real one; see `stepLimit`. */
export class TooManySteps extends Error {}

/** Visits of definitions while one value is checked: recursive choices can multiply without end. */
const stepLimit = 500_000

export interface StepCounter {
  steps: number
}

export const stepWord = 'telarStep'

/** Stands in every definition and counts how often it is entered. */
export const stepKeyword = (counter: StepCounter): FuncKeywordDefinition => ({
  keyword: stepWord,
  schemaType: 'boolean',
  errors: false,
  validate: () => {
    counter.steps += 1
    if (counter.steps > stepLimit) throw new TooManySteps()
    return true
  },
})

/** Division in floating point refuses 19.99 as a multiple of 0.01. */
export const multipleOf: FuncKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  error: { message: 'must be a multiple', params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
  validate: (step: number, value: number) => isExactMultiple(value, step),
}

/** AJV compares every pair, which takes minutes on long lists of objects. */
export const uniqueItems: FuncKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  validate: (isWanted: boolean, items: readonly Json[]) =>
    !isWanted || items.length < 2 || new Set(items.map(identity)).size === items.length,
}

/** Equal for equal values, whatever the order of their members. */
const identity = (value: Json): string => {
  if (isList(value)) return `[${value.map(identity).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${identity(value[key] ?? null)}`)
  return `{${members.join()}}`
}

/** The same word, silent about why its parts failed: the word alone is reported, and explained later. */
export const withoutPartErrors = (definition: CodeKeywordDefinition): CodeKeywordDefinition => ({
  ...definition,
  code: (cxt: KeywordCxt, ruleType) => {
    const subschema = cxt.subschema.bind(cxt)
    const error = cxt.error.bind(cxt)
    cxt.subschema = (part, valid) => subschema({ ...part, createErrors: false, allErrors: false }, valid)
    cxt.error = (append, params, paths) => {
      if (cxt.errsCount !== undefined) cxt.reset()
      error(append, params, paths)
    }
    definition.code(cxt, ruleType)
  },
})
