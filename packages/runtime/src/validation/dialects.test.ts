import { dereference, isObject, toCurrentDialect, type Json, type JsonObject } from '@telar/metadata'
import { Ajv } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createValidator } from './validator.ts'

const name = fc.constantFrom('a', 'b', 'c', 'd')
const scalar = fc.constantFrom<Json>(null, true, false, 0, 1, 2, 3, 1.5, '', 'a', 'ab', 'abc')
const value = fc.letrec<{ readonly any: Json }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.dictionary(name, tie('any'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('any'), { maxLength: 4 }),
  ),
})).any

const type = fc.constantFrom('null', 'boolean', 'object', 'array', 'number', 'integer', 'string')
const small = fc.integer({ min: 0, max: 3 })

/** Words that hold no schema. */
const plainWords: Readonly<Record<string, fc.Arbitrary<Json>>> = {
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
  required: fc.uniqueArray(name, { maxLength: 2 }),
  title: fc.constant('Title'),
  default: scalar,
  readOnly: fc.boolean(),
  'x-own': scalar,
  unknownWord: scalar,
}

const newerPlainWords: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  maxContains: small,
  minContains: small,
  dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 2 }),
}

type Schemas = fc.Arbitrary<Json>

/** Words that hold schemas for parts of the value: `part`; for the same value: `same`. */
const schemaWords = (part: Schemas, same: Schemas): Readonly<Record<string, Schemas>> => ({
  properties: fc.dictionary(name, part, { maxKeys: 3 }),
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
  dependencies: fc.dictionary(name, fc.oneof(same, fc.uniqueArray(name, { maxLength: 2 })), { maxKeys: 2 }),
})

const olderLists = (part: Schemas) => ({
  items: fc.oneof(part, fc.array(part, { minLength: 1, maxLength: 3 })),
  additionalItems: part,
})

const unevaluated = (part: Schemas) => ({ unevaluatedProperties: part, unevaluatedItems: part })

interface Draft {
  readonly uri: string
  readonly definitions: string
  readonly plain: Readonly<Record<string, fc.Arbitrary<Json>>>
  readonly words: (part: Schemas, same: Schemas) => Readonly<Record<string, Schemas>>
  /** What may stand beside a reference without meeting a fault of AJV. */
  readonly beside: (schema: JsonObject) => JsonObject
  readonly accepts: (schema: JsonObject) => (value: Json) => boolean | undefined
}

// Telling all errors avoids a fault of AJV with lists that are shorter than their tuple.
const options = { strict: false, logger: false, validateSchema: false, allErrors: true } as const

/** What AJV says; undefined where it fails on a fault of its own with unevaluated members. */
const verdict =
  (check: (value: unknown) => unknown) =>
  (value: Json): boolean | undefined => {
    try {
      return check(value) === true
    } catch (cause) {
      if (cause instanceof TypeError) return undefined
      throw cause
    }
  }

const drafts: Readonly<Record<string, Draft>> = {
  'draft-07': {
    uri: 'http://json-schema.org/draft-07/schema#',
    definitions: 'definitions',
    // Words of later drafts stand here too: they must mean nothing.
    plain: { ...plainWords, ...newerPlainWords },
    words: (part, same) => ({ ...schemaWords(part, same), ...olderLists(part), ...unevaluated(part) }),
    // It goes on checking `type`, although draft-07 gives it no meaning there.
    beside: ({ type: _type, ...schema }) => schema,
    accepts: (schema) => verdict(new Ajv({ ...options, ignoreKeywordsWithRef: true }).compile(schema)),
  },
  '2019-09': {
    uri: 'https://json-schema.org/draft/2019-09/schema',
    definitions: '$defs',
    plain: { ...plainWords, ...newerPlainWords },
    words: (part, same) => ({
      ...schemaWords(part, same),
      ...olderLists(part),
      ...unevaluated(part),
      dependentSchemas: fc.dictionary(name, same, { maxKeys: 2 }),
    }),
    beside: (schema) => schema,
    accepts: (schema) => verdict(new Ajv2019(options).compile(schema)),
  },
  '2020-12': {
    uri: 'https://json-schema.org/draft/2020-12/schema',
    definitions: '$defs',
    plain: { ...plainWords, ...newerPlainWords },
    words: (part, same) => ({
      ...schemaWords(part, same),
      ...unevaluated(part),
      items: part,
      prefixItems: fc.array(part, { minLength: 1, maxLength: 3 }),
      dependentSchemas: fc.dictionary(name, same, { maxKeys: 2 }),
    }),
    beside: (schema) => schema,
    accepts: (schema) => verdict(new Ajv2020(options).compile(schema)),
  },
}

interface SchemaSize {
  readonly from: number
  readonly depth: number
  readonly isPart: boolean
}

/** A schema of at most `depth` levels; references lead to definitions later than `from`, or to the root from parts. */
const schemaOf = (draft: Draft, { from, depth, isPart }: SchemaSize): Schemas => {
  const references = [
    ...['one', 'two', 'three'].slice(from).map((key) => `#/${draft.definitions}/${key}`),
    ...(isPart ? ['#'] : []),
  ]
  const reference = references.length === 0 ? [] : [fc.constantFrom(...references).map((to): Json => ({ $ref: to }))]
  const plain = words(draft.plain, 2)
  if (depth === 0) return fc.oneof(fc.boolean(), plain, ...reference)
  const part = schemaOf(draft, { from, depth: depth - 1, isPart: true })
  const same = schemaOf(draft, { from, depth: depth - 1, isPart })
  const full = fc.tuple(plain, words(draft.words(part, same), 3)).map(([a, b]): Json => ({ ...a, ...b }))
  const besides =
    references.length === 0
      ? []
      : [
          fc
            .tuple(fc.constantFrom(...references), full)
            .map(([to, rest]): Json => ({ ...draft.beside(isObject(rest) ? rest : {}), $ref: to })),
        ]
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

const documentOf = (draft: Draft): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      schemaOf(draft, { from: 0, depth: 2, isPart: false }).filter(isObject),
      fc.record({
        one: schemaOf(draft, { from: 1, depth: 1, isPart: false }),
        two: schemaOf(draft, { from: 2, depth: 1, isPart: false }),
        three: schemaOf(draft, { from: 3, depth: 1, isPart: false }),
      }),
    )
    .map(([root, definitions]) => ({ ...root, $schema: draft.uri, [draft.definitions]: definitions }))

describe.each(Object.entries(drafts))('a schema of %s, rewritten', (_name, draft) => {
  it('accepts and refuses what it did before', () => {
    const tally = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(documentOf(draft), fc.array(value, { minLength: 5, maxLength: 20 }), (document, values) => {
        const before = draft.accepts(document)
        const { schema, issues } = toCurrentDialect(document)
        const after = createValidator().compile('random', schema)
        expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
        for (const one of values) {
          const isAccepted = before(one)
          if (isAccepted === undefined) continue
          tally[isAccepted ? 'accepted' : 'refused'] += 1
          expect([one, after(one).length === 0]).toEqual([one, isAccepted])
        }
      }),
      { numRuns: 300 },
    )
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(400)
  })

  it('means the same when a reference is replaced by what it leads to', () => {
    const document = fc
      .tuple(documentOf(draft), schemaOf(draft, { from: 0, depth: 1, isPart: false }).filter(isObject))
      .map(([rest, p]) => ({ ...rest, properties: { p } }))
    fc.assert(
      fc.property(document, fc.array(value, { minLength: 5, maxLength: 20 }), (written, values) => {
        const { schema } = toCurrentDialect(written)
        const p = isObject(schema['properties']) ? schema['properties']['p'] : undefined
        const root = { $defs: schema['$defs'] ?? {} }
        const before = createValidator().compile('before', { ...root, properties: { p: p ?? true } })
        const after = createValidator().compile('after', {
          ...root,
          properties: { p: dereference(isObject(p) ? p : {}, schema) },
        })
        for (const one of values)
          expect([one, after({ p: one }).length === 0]).toEqual([one, before({ p: one }).length === 0])
      }),
      { numRuns: 120 },
    )
  })
})
