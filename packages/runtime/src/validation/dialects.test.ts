import { Validator as Interpreter } from '@cfworker/json-schema'
import { dereference, isObject, toCurrentDialect, type Json, type JsonObject } from '@telar/metadata'
import { Ajv } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeTuple, freshContains, type Repair } from './ajv-repairs.ts'
import { createEngine } from './engine.ts'
import { prepared } from './prepare.ts'
import * as random from './random-schemas.ts'
import { createValidator } from './validator.ts'

type Judge = (schema: JsonObject) => (value: Json) => boolean

interface Draft extends random.RandomDraft {
  readonly judge: Judge
}

const faults: readonly (readonly [string, Repair])[] = [
  ['items', completeTuple],
  ['prefixItems', completeTuple],
  ['contains', freshContains],
]

/** AJV without its faults in lists, and without its eye on what is known. */
const mended = (ajv: Ajv): Ajv => {
  Object.assign(ajv.opts, { unevaluated: false })
  for (const [word, repair] of faults) {
    const definition = ajv.getKeyword(word)
    if (typeof definition === 'object' && 'code' in definition) Object.assign(definition, repair({ ...definition }))
  }
  return ajv
}

const options = { strict: false, logger: false, validateSchema: false, allErrors: true } as const

const byAjv =
  (make: () => Ajv): Judge =>
  (schema) => {
    const check = mended(make()).compile(schema)
    return (value) => check(value) === true
  }

/** AJV loses track of what is known, so somebody else judges there. */
const byInterpreter =
  (draft: '2019-09' | '2020-12'): Judge =>
  (schema) => {
    const check = new Interpreter(JSON.parse(JSON.stringify(schema)), draft)
    return (value) => check.validate(value).valid
  }

const dependentSchemas = (same: random.Schemas) => ({
  dependentSchemas: fc.dictionary(random.randomName, same, { maxKeys: 2 }),
})

const newerLists = (part: random.Schemas) => ({
  items: part,
  prefixItems: fc.array(part, { minLength: 1, maxLength: 3 }),
})

const draft07: Draft = {
  uri: 'http://json-schema.org/draft-07/schema#',
  definitions: 'definitions',
  // Words of later drafts stand here too: they must mean nothing.
  plain: { ...random.plainWords, ...random.newerPlainWords },
  words: (part, same) => ({
    ...random.schemaWords(part, same),
    ...random.olderLists(part),
    ...random.unevaluatedWords(part),
  }),
  wordsAlone: () => ({}),
  // AJV goes on checking `type`, although draft-07 gives it no meaning there.
  beside: ({ type: _type, ...schema }) => schema,
  judge: byAjv(() => new Ajv({ ...options, ignoreKeywordsWithRef: true })),
}

const draft2019: Draft = {
  uri: 'https://json-schema.org/draft/2019-09/schema',
  definitions: '$defs',
  plain: draft07.plain,
  words: (part, same) => ({ ...random.schemaWords(part, same), ...random.olderLists(part), ...dependentSchemas(same) }),
  wordsAlone: () => ({}),
  beside: (schema) => schema,
  judge: byAjv(() => new Ajv2019(options)),
}

const draft2020: Draft = {
  ...draft2019,
  uri: 'https://json-schema.org/draft/2020-12/schema',
  words: (part, same) => ({ ...random.schemaWords(part, same), ...newerLists(part), ...dependentSchemas(same) }),
  judge: byAjv(() => new Ajv2020(options)),
}

/**
 * The same with words that look at what others know. Where the interpreter is wrong they do not stand: it hands on what
 * is known to schemas inside, forgets what `dependencies` knows, and `contains` knows other items in every draft.
 */
const closing = (draft: Draft, judge: Judge): Draft => ({
  ...draft,
  words: (part, same) => {
    const { contains: _contains, dependencies: _dependencies, ...words } = draft.words(part, same)
    return words
  },
  wordsAlone: random.unevaluatedWords,
  judge,
})

const drafts: Readonly<Record<string, Draft>> = {
  'draft-07': draft07,
  '2019-09': draft2019,
  '2020-12': draft2020,
  '2019-09 that closes itself': closing(draft2019, byInterpreter('2019-09')),
  '2020-12 that closes itself': closing(draft2020, byInterpreter('2020-12')),
}

const values = fc.array(random.randomValue, { minLength: 5, maxLength: 20 })

/** What large values are checked with. */
const briefly = (schema: JsonObject) => {
  const check = createEngine().ajv({ tellsAll: false, followsKnown: true }).compile(prepared(schema))
  return (value: Json) => check(value) === true
}

describe.each(Object.entries(drafts))('a schema of %s, rewritten', (_name, draft) => {
  it('accepts and refuses what it did before', () => {
    const tally = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(random.documentOf(draft), values, (document, several) => {
        const before = draft.judge(document)
        const { schema, issues } = toCurrentDialect(document)
        expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
        const after = createValidator().compile('random', schema)
        const brief = briefly(schema)
        for (const value of several) {
          const isAccepted = before(value)
          tally[isAccepted ? 'accepted' : 'refused'] += 1
          expect([value, after(value).length === 0, brief(value)]).toEqual([value, isAccepted, isAccepted])
        }
      }),
      { numRuns: 250 },
    )
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(300)
  })

  it('means the same when a reference is replaced by what it leads to', () => {
    const document = fc
      .tuple(
        random.documentOf(draft),
        random.schemaOf(draft, { from: 0, depth: 1, isPart: false, isAlone: false }).filter(isObject),
      )
      .map(([rest, p]) => ({ ...rest, properties: { p } }))
    fc.assert(
      fc.property(document, values, (written, several) => {
        const { schema } = toCurrentDialect(written)
        const p = isObject(schema['properties']) ? schema['properties']['p'] : undefined
        const root = { $defs: schema['$defs'] ?? {} }
        const before = createValidator().compile('before', { ...root, properties: { p: p ?? true } })
        const replaced = { p: dereference(isObject(p) ? p : {}, schema) }
        const after = createValidator().compile('after', { ...root, properties: replaced })
        for (const value of several) {
          expect([value, after({ p: value }).length === 0]).toEqual([value, before({ p: value }).length === 0])
        }
      }),
      { numRuns: 100 },
    )
  })
})
