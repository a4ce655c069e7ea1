import { isObject, type Json, type JsonObject } from '@telar/metadata'
import fc from 'fast-check'

export const randomName = fc.constantFrom('a', 'b', 'c', 'd')
const scalar = fc.constantFrom<Json>(null, true, false, 0, 1, 2, 3, 1.5, '', 'a', 'ab', 'abc')
export const randomValue = fc.letrec<{ readonly any: Json }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.dictionary(randomName, tie('any'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('any'), { maxLength: 4 }),
  ),
})).any

const type = fc.constantFrom('null', 'boolean', 'object', 'array', 'number', 'integer', 'string')
const small = fc.integer({ min: 0, max: 3 })

/** Words that hold no schema. */
export const plainWords: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
  enum: fc.array(scalar, { minLength: 1, maxLength: 5 }),
  const: scalar,
  multipleOf: fc.constantFrom(1, 2, 0.5),
  maximum: small,
  exclusiveMaximum: small,
  minimum: small,
  exclusiveMinimum: small,
  maxLength: small,
  minLength: small,
  pattern: fc.constantFrom('^a', 'b$', '^.?$'),
  maxItems: small,
  minItems: small,
  uniqueItems: fc.boolean(),
  maxProperties: small,
  minProperties: small,
  required: fc.uniqueArray(randomName, { maxLength: 2 }),
  title: fc.constant('Title'),
  default: scalar,
  readOnly: fc.boolean(),
  'x-own': scalar,
  unknownWord: scalar,
}

export const newerPlainWords: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  maxContains: small,
  minContains: small,
  dependentRequired: fc.dictionary(randomName, fc.uniqueArray(randomName, { maxLength: 2 }), { maxKeys: 2 }),
}

export type Schemas = fc.Arbitrary<Json>

/** Words that hold schemas for parts of the value: `part`; for the same value: `same`. */
export const schemaWords = (part: Schemas, same: Schemas): Readonly<Record<string, Schemas>> => ({
  properties: fc.dictionary(randomName, part, { maxKeys: 3 }),
  patternProperties: fc.dictionary(fc.constantFrom('^[ab]$', 'c'), part, { maxKeys: 2 }),
  additionalProperties: part,
  propertyNames: fc.constantFrom<Json>({ maxLength: 3 }, { enum: ['a', 'b', 'c'] }, true, false, {
    pattern: '^[abc]$',
  }),
  contains: part,
  allOf: fc.array(same, { minLength: 1, maxLength: 2 }),
  anyOf: fc.array(same, { minLength: 1, maxLength: 3 }),
  oneOf: fc.array(same, { minLength: 1, maxLength: 3 }),
  not: same,
  if: same,
  // oxlint-disable-next-line no-thenable -- the word is called so
  then: same,
  else: same,
  dependencies: fc.dictionary(randomName, fc.oneof(same, fc.uniqueArray(randomName, { maxLength: 2 })), { maxKeys: 2 }),
})

export const olderLists = (part: Schemas) => ({
  items: fc.oneof(part, fc.array(part, { minLength: 1, maxLength: 3 })),
  additionalItems: part,
})

export const unevaluatedWords = (part: Schemas) => ({ unevaluatedProperties: part, unevaluatedItems: part })

/** What random schemas of a draft are made of. */
export interface RandomDraft {
  readonly uri: string
  readonly definitions: string
  readonly plain: Readonly<Record<string, fc.Arbitrary<Json>>>
  readonly words: (part: Schemas, same: Schemas) => Readonly<Record<string, Schemas>>
  /** Words that stand only where no other schema applies to the same value. */
  readonly wordsAlone: (part: Schemas) => Readonly<Record<string, Schemas>>
  /** What may stand beside a reference without meeting a fault of the validator that judges. */
  readonly beside: (schema: JsonObject) => JsonObject
}

interface SchemaSize {
  readonly from: number
  readonly depth: number
  readonly isPart: boolean
  readonly isAlone: boolean
}

/** A schema of at most `depth` levels; references lead to definitions later than `from`, or to the root from parts. */
export const schemaOf = (draft: RandomDraft, { from, depth, isPart, isAlone }: SchemaSize): Schemas => {
  const definitions = ['one', 'two', 'three'].slice(from).map((key) => `#/${draft.definitions}/${key}`)
  const references = [...definitions, ...(isPart ? ['#'] : [])]
  const reference = references.length === 0 ? [] : [fc.constantFrom(...references).map((to): Json => ({ $ref: to }))]
  const plain = words(draft.plain, 2)
  if (depth === 0) return fc.oneof(fc.boolean(), plain, ...reference)
  const part = schemaOf(draft, { from, depth: depth - 1, isPart: true, isAlone: true })
  const same = schemaOf(draft, { from, depth: depth - 1, isPart, isAlone: false })
  const some = { ...draft.words(part, same), ...(isAlone ? draft.wordsAlone(part) : {}) }
  const full = fc.tuple(plain, words(some, 3)).map(([a, b]): Json => ({ ...a, ...b }))
  const beside = (rest: Json): JsonObject => draft.beside(isObject(rest) ? rest : {})
  const besides =
    definitions.length === 0
      ? []
      : [fc.tuple(fc.constantFrom(...definitions), full).map(([$ref, rest]): Json => ({ ...beside(rest), $ref }))]
  return fc.oneof(
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 6, arbitrary: full },
    ...reference.map((arbitrary) => ({ weight: 2, arbitrary })),
    ...besides.map((arbitrary) => ({ weight: 2, arbitrary })),
  )
}

const words = (from: Readonly<Record<string, Schemas>>, most: number): fc.Arbitrary<JsonObject> =>
  fc
    .uniqueArray(fc.constantFrom(...Object.keys(from)), { maxLength: most })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((key) => [key, from[key] ?? fc.constant(null)]))))

export const documentOf = (draft: RandomDraft): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      schemaOf(draft, { from: 0, depth: 2, isPart: false, isAlone: true }).filter(isObject),
      fc.record({
        one: schemaOf(draft, { from: 1, depth: 1, isPart: false, isAlone: false }),
        two: schemaOf(draft, { from: 2, depth: 1, isPart: false, isAlone: false }),
        three: schemaOf(draft, { from: 3, depth: 1, isPart: false, isAlone: false }),
      }),
    )
    .map(([root, definitions]) => ({ ...root, $schema: draft.uri, [draft.definitions]: definitions }))
