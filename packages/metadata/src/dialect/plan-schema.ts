import { isList, isObject, type Json, type JsonObject } from '../json.ts'
import { isKnownFormat } from './formats.ts'
import { patternProblem } from './translate-pattern.ts'
import { isOwnWord, isSchema, isWordOf, wordOf, type Dialect, type Steps, type Word } from './words.ts'

/** One piece of the converted schema: where it goes, and what stands there. */
export type Entry =
  | { readonly type: 'value'; readonly to: Steps; readonly value: Json }
  | { readonly type: 'schema'; readonly to: Steps; readonly from: Steps; readonly schema: JsonObject | boolean }
  | {
      readonly type: 'reference'
      readonly to: Steps
      readonly from: Steps
      readonly reference: string
      readonly dynamic: boolean
    }

/** Something to tell the author; `lost` = a word that had to go, `wrong` = the document contradicts its own draft. */
export interface Remark {
  readonly weight: 'wrong' | 'lost' | 'noted'
  readonly code: string
  readonly from: Steps
  readonly params: Readonly<Record<string, Json>>
}

export interface SchemaPlan {
  readonly entries: readonly Entry[]
  readonly remarks: readonly Remark[]
}

interface Planning {
  readonly schema: JsonObject
  readonly dialect: Dialect
  readonly nextAllOf: () => number
}

/** How one schema of any draft is written in 2020-12: its words one by one, its subschemas named but not entered. */
export const planSchema = (schema: JsonObject, dialect: Dialect): SchemaPlan => {
  const inUse =
    dialect === 'draft-07' && typeof schema['$ref'] === 'string' ? besideReference(schema) : { schema, remarks: [] }
  let allOf = isList(schema['allOf']) ? schema['allOf'].length : 0
  const planning: Planning = { schema: inUse.schema, dialect, nextAllOf: () => allOf++ }
  const plans = Object.entries(inUse.schema).map(([name, value]) => planWord(name, value, planning))
  return {
    entries: plans.flatMap((plan) => plan.entries),
    remarks: [...inUse.remarks, ...plans.flatMap((plan) => plan.remarks)],
  }
}

/** Draft-07 gives no meaning to what stands beside `$ref`; descriptions are kept for people. */
const besideReference = (schema: JsonObject) => {
  const isKept = (name: string) => name === '$ref' || wordOf(name)?.effect !== 'asserts'
  const ignored = Object.keys(schema).filter((name) => !isKept(name))
  const remark: Remark = { weight: 'noted', code: 'SCHEMA_REF_SIBLINGS', from: [], params: { words: ignored } }
  return {
    schema: Object.fromEntries(Object.entries(schema).filter(([name]) => isKept(name))),
    remarks: ignored.length === 0 ? [] : [remark],
  }
}

const nothing: SchemaPlan = { entries: [], remarks: [] }

const planWord = (name: string, value: Json, planning: Planning): SchemaPlan => {
  if (isOwnWord(name)) return { entries: [{ type: 'value', to: [name], value }], remarks: [] }
  const known = wordOf(name)
  if (known === undefined) return lost('SCHEMA_WORD_UNKNOWN', name)
  if (!isUsable(name, known, planning)) return lost('SCHEMA_WORD_OF_OTHER_DRAFT', name, { dialect: planning.dialect })
  if (!known.shape.fits(value)) return wrong(badValueCode(name, value, known), [name], { word: name })
  return (special[name] ?? general)(name, value, planning)
}

/** Words that 2019-09 replaced are still read where authors kept them; newer ones mean nothing to an older draft. */
const isUsable = (name: string, known: Word, planning: Planning): boolean =>
  isWordOf(known, planning.dialect) ||
  known.effect !== 'asserts' ||
  (name === 'additionalItems' && isList(planning.schema['items']))

const badValueCode = (name: string, value: Json, known: Word): string =>
  name.startsWith('exclusive') && typeof value === 'boolean' ? 'SCHEMA_DRAFT04_BOUND' : known.shape.code

const lost = (code: string, word: string, params: Readonly<Record<string, Json>> = {}): SchemaPlan => ({
  entries: [],
  remarks: [{ weight: 'lost', code, from: [word], params: { word, ...params } }],
})

const wrong = (code: string, from: Steps, params: Readonly<Record<string, Json>>): SchemaPlan => ({
  entries: [],
  remarks: [{ weight: 'wrong', code, from, params }],
})

const textOf = (value: Json): string => (typeof value === 'string' ? value : '')

type PlanWord = (name: string, value: Json, planning: Planning) => SchemaPlan

const general: PlanWord = (name, value) => {
  const holds = wordOf(name)?.holds
  if (holds === 'schema' || holds === 'schemas' || holds === 'schemaMap' || holds === 'schemaOrSchemas') {
    return planSchemas(value, [name], [name])
  }
  return wordOf(name)?.effect === 'names' ? nothing : { entries: [{ type: 'value', to: [name], value }], remarks: [] }
}

const planSchemas = (value: Json, from: Steps, to: Steps): SchemaPlan => {
  if (isSchema(value) && !isMapAt(from)) return { entries: [{ type: 'schema', from, to, schema: value }], remarks: [] }
  const members: readonly (readonly [string | number, Json])[] = isList(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(isObject(value) ? value : {})
  const plans = members.map(([step, item]) => planMember(item, [...from, step], [...to, step]))
  const container: Entry[] = members.length === 0 ? [{ type: 'value', to, value: isList(value) ? [] : {} }] : []
  return {
    entries: [...container, ...plans.flatMap((plan) => plan.entries)],
    remarks: plans.flatMap((plan) => plan.remarks),
  }
}

const isMapAt = (from: Steps): boolean => wordOf(String(from[0]))?.holds === 'schemaMap'

const planMember = (item: Json, from: Steps, to: Steps): SchemaPlan =>
  isSchema(item)
    ? { entries: [{ type: 'schema', from, to, schema: item }], remarks: [] }
    : wrong('SCHEMA_EXPECTS_SCHEMA', from, { word: String(from[0]) })

const reference: PlanWord = (name, value, { schema, nextAllOf }) => {
  const isAlone = name === '$ref' || schema['$ref'] === undefined
  const to = isAlone ? ['$ref'] : ['allOf', nextAllOf(), '$ref']
  const entry = { type: 'reference', to, from: [name], reference: textOf(value), dynamic: name !== '$ref' } as const
  return { entries: [entry], remarks: [] }
}

const special: Readonly<Record<string, PlanWord>> = {
  $ref: reference,
  $recursiveRef: reference,
  $dynamicRef: reference,
  $vocabulary: () => nothing,

  definitions: (name, value, { schema }) => {
    const taken = new Set(Object.keys(isObject(schema['$defs']) ? schema['$defs'] : {}))
    const plans = Object.entries(isObject(value) ? value : {}).map(([key, item]) =>
      planMember(item, [name, key], ['$defs', freeName(key, taken)]),
    )
    return { entries: plans.flatMap((plan) => plan.entries), remarks: plans.flatMap((plan) => plan.remarks) }
  },

  items: (name, value, { dialect }) => {
    if (!isList(value)) return planSchemas(value, [name], [name])
    const plan = value.length === 0 ? nothing : planSchemas(value, [name], ['prefixItems'])
    const remark: Remark = { weight: 'noted', code: 'SCHEMA_OLDER_WORD', from: [name], params: { word: name, dialect } }
    return dialect === '2020-12' ? { ...plan, remarks: [...plan.remarks, remark] } : plan
  },

  additionalItems: (name, value, { schema }) =>
    isList(schema['items']) ? planSchemas(value, [name], ['items']) : nothing,

  dependencies: (name, value, { schema, nextAllOf }) => {
    const isTaken = schema['dependentRequired'] !== undefined || schema['dependentSchemas'] !== undefined
    const under: Steps = isTaken ? ['allOf', nextAllOf()] : []
    const plans = Object.entries(isObject(value) ? value : {}).map(([key, item]): SchemaPlan => {
      if (!isList(item)) return planMember(item, [name, key], [...under, 'dependentSchemas', key])
      return item.every((required) => typeof required === 'string')
        ? { entries: [{ type: 'value', to: [...under, 'dependentRequired', key], value: item }], remarks: [] }
        : wrong('SCHEMA_EXPECTS_NAMES', [name, key], { word: name })
    })
    return { entries: plans.flatMap((plan) => plan.entries), remarks: plans.flatMap((plan) => plan.remarks) }
  },

  pattern: (name, value) => {
    const part = patternProblem(textOf(value))
    return part === undefined
      ? { entries: [{ type: 'value', to: [name], value }], remarks: [] }
      : {
          entries: [],
          remarks: [{ weight: 'lost', code: 'SCHEMA_PATTERN', from: [name], params: { pattern: value, part } }],
        }
  },

  // Without its pattern the word would mean something else to `additionalProperties`, so it cannot just be left out.
  patternProperties: (name, value) => {
    const plan = planSchemas(value, [name], [name])
    const bad = Object.keys(isObject(value) ? value : {}).flatMap((pattern): Remark[] => {
      const part = patternProblem(pattern)
      return part === undefined
        ? []
        : [{ weight: 'wrong', code: 'SCHEMA_PATTERN_PROPERTY', from: [name, pattern], params: { pattern, part } }]
    })
    return bad.length === 0 ? plan : { entries: [], remarks: bad }
  },

  format: (name, value) => ({
    entries: [{ type: 'value', to: [name], value }],
    remarks: isKnownFormat(textOf(value))
      ? []
      : [{ weight: 'lost', code: 'SCHEMA_FORMAT_UNKNOWN', from: [name], params: { format: value } }],
  }),

  contentEncoding: content,
  contentMediaType: content,
  contentSchema: content,
}

function content(name: string, value: Json): SchemaPlan {
  return {
    entries: name === 'contentSchema' ? [] : [{ type: 'value', to: [name], value }],
    remarks: [{ weight: 'noted', code: 'SCHEMA_CONTENT_NOT_CHECKED', from: [name], params: { word: name } }],
  }
}

/** `name`, or `name_2` and so on when it is taken; takes it. */
export const freeName = (name: string, taken: Set<string>): string => {
  let free = name
  for (let next = 2; taken.has(free); next++) free = `${name}_${next}`
  taken.add(free)
  return free
}
