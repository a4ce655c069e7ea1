import { isList, isObject, type Json, type JsonObject } from '../json.ts'

/** The drafts that are understood, oldest first. */
export const dialects = ['draft-07', '2019-09', '2020-12'] as const

export type Dialect = (typeof dialects)[number]

/** What a word's value must look like, and the code that is raised when it does not. */
export interface Shape {
  readonly fits: (value: Json) => boolean
  readonly code: string
}

export const isSchema = (value: unknown): value is JsonObject | boolean => isObject(value) || typeof value === 'boolean'

const isText = (value: Json): value is string => typeof value === 'string'
const isNames = (value: Json): boolean => isList(value) && value.every(isText)
const typeNames = new Set<Json>(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'])

const shapes = {
  anything: { fits: () => true, code: 'SCHEMA_EXPECTS_ANYTHING' },
  text: { fits: isText, code: 'SCHEMA_EXPECTS_TEXT' },
  flag: { fits: (value) => typeof value === 'boolean', code: 'SCHEMA_EXPECTS_FLAG' },
  number: { fits: (value) => typeof value === 'number', code: 'SCHEMA_EXPECTS_NUMBER' },
  positive: { fits: (value) => typeof value === 'number' && value > 0, code: 'SCHEMA_EXPECTS_POSITIVE' },
  count: { fits: (value) => Number.isInteger(value) && Number(value) >= 0, code: 'SCHEMA_EXPECTS_COUNT' },
  list: { fits: isList, code: 'SCHEMA_EXPECTS_LIST' },
  choices: { fits: (value) => isList(value) && value.length > 0, code: 'SCHEMA_EXPECTS_CHOICES' },
  names: { fits: isNames, code: 'SCHEMA_EXPECTS_NAMES' },
  namesByName: {
    fits: (value) => isObject(value) && Object.values(value).every(isNames),
    code: 'SCHEMA_EXPECTS_NAMES',
  },
  type: {
    fits: (value) =>
      typeNames.has(value) || (isList(value) && value.length > 0 && value.every((name) => typeNames.has(name))),
    code: 'SCHEMA_EXPECTS_TYPE',
  },
  schema: { fits: isSchema, code: 'SCHEMA_EXPECTS_SCHEMA' },
  schemas: { fits: (value) => isList(value) && value.length > 0, code: 'SCHEMA_EXPECTS_SCHEMAS' },
  schemaMap: { fits: isObject, code: 'SCHEMA_EXPECTS_SCHEMA_MAP' },
  schemaOrSchemas: { fits: (value) => isSchema(value) || isList(value), code: 'SCHEMA_EXPECTS_SCHEMA' },
} as const satisfies Record<string, Shape>

type ShapeName = keyof typeof shapes

/** One word of JSON Schema: what it holds, which drafts know it and whether it can refuse a value. */
export interface Word {
  readonly holds: ShapeName
  readonly shape: Shape
  readonly since: Dialect
  readonly until: Dialect
  /** `describes`: for people; `names`: ids and anchors, gone once references are resolved. */
  readonly effect: 'asserts' | 'describes' | 'names'
  /** Whether its schemas apply to the same value as the schema around them (not to a part of it). */
  readonly inPlace: boolean
}

type WordSpec = Partial<Omit<Word, 'shape' | 'holds'>>

const word = (holds: ShapeName, spec: WordSpec = {}): Word => ({
  since: 'draft-07',
  until: '2020-12',
  effect: 'asserts',
  inPlace: false,
  ...spec,
  holds,
  shape: shapes[holds],
})

const describes = { effect: 'describes' } as const
const names = { effect: 'names' } as const
const inPlace = { inPlace: true } as const
const since2019 = { since: '2019-09' } as const

const table = {
  $schema: word('text', names),
  $id: word('text', names),
  $anchor: word('text', { ...names, ...since2019 }),
  $dynamicAnchor: word('text', { ...names, since: '2020-12' }),
  $recursiveAnchor: word('flag', { ...names, since: '2019-09', until: '2019-09' }),
  $vocabulary: word('anything', names),
  $comment: word('anything', names),
  $ref: word('text'),
  $recursiveRef: word('text', { since: '2019-09', until: '2019-09' }),
  $dynamicRef: word('text', { since: '2020-12' }),
  $defs: word('schemaMap', describes),
  definitions: word('schemaMap', describes),

  title: word('anything', describes),
  description: word('anything', describes),
  default: word('anything', describes),
  examples: word('anything', describes),
  deprecated: word('anything', describes),
  readOnly: word('anything', describes),
  writeOnly: word('anything', describes),
  contentEncoding: word('anything', describes),
  contentMediaType: word('anything', describes),
  contentSchema: word('anything', describes),

  type: word('type'),
  enum: word('choices'),
  const: word('anything'),
  multipleOf: word('positive'),
  maximum: word('number'),
  exclusiveMaximum: word('number'),
  minimum: word('number'),
  exclusiveMinimum: word('number'),
  maxLength: word('count'),
  minLength: word('count'),
  pattern: word('text'),
  format: word('text'),
  maxItems: word('count'),
  minItems: word('count'),
  uniqueItems: word('flag'),
  maxContains: word('count', since2019),
  minContains: word('count', since2019),
  maxProperties: word('count'),
  minProperties: word('count'),
  required: word('names'),
  dependentRequired: word('namesByName', since2019),

  properties: word('schemaMap'),
  patternProperties: word('schemaMap'),
  additionalProperties: word('schema'),
  propertyNames: word('schema'),
  unevaluatedProperties: word('schema', since2019),
  items: word('schemaOrSchemas'),
  prefixItems: word('schemas', { since: '2020-12' }),
  additionalItems: word('schema', { until: '2019-09' }),
  unevaluatedItems: word('schema', since2019),
  contains: word('schema'),
  allOf: word('schemas', inPlace),
  anyOf: word('schemas', inPlace),
  oneOf: word('schemas', inPlace),
  not: word('schema', inPlace),
  if: word('schema', inPlace),
  // oxlint-disable-next-line no-thenable -- the word is called so
  then: word('schema', inPlace),
  else: word('schema', inPlace),
  dependentSchemas: word('schemaMap', { ...since2019, ...inPlace }),
  dependencies: word('schemaMap', inPlace),
} as const satisfies Record<string, Word>

const words: ReadonlyMap<string, Word> = new Map(Object.entries(table))

export const wordOf = (name: string): Word | undefined => words.get(name)

/** Words of this product and of its users: kept as they are, never enforced by JSON Schema. */
export const isOwnWord = (name: string): boolean => name.startsWith('x-')

export const isWordOf = (known: Word, dialect: Dialect): boolean =>
  dialects.indexOf(known.since) <= dialects.indexOf(dialect) &&
  dialects.indexOf(dialect) <= dialects.indexOf(known.until)

export type Steps = readonly (string | number)[]

export interface Subschema {
  readonly steps: Steps
  readonly schema: JsonObject | boolean
  readonly inPlace: boolean
}

/** The schemas written directly inside a schema, of every draft's words. */
export const subschemasOf = (schema: JsonObject): readonly Subschema[] =>
  Object.entries(schema).flatMap(([name, value]) => {
    const known = words.get(name)
    return known === undefined
      ? []
      : schemasIn(value, known.holds).map(([steps, found]) => ({
          steps: [name, ...steps],
          schema: found,
          inPlace: known.inPlace,
        }))
  })

type Found = readonly [Steps, JsonObject | boolean]

const schemasIn = (value: Json, holds: ShapeName): readonly Found[] => {
  if (holds === 'schema') return isSchema(value) ? [[[], value]] : []
  if (holds === 'schemas') return inList(value)
  if (holds === 'schemaOrSchemas') return isSchema(value) ? [[[], value]] : inList(value)
  return holds === 'schemaMap' && isObject(value)
    ? Object.entries(value).flatMap(([key, item]): Found[] => (isSchema(item) ? [[[key], item]] : []))
    : []
}

const inList = (value: Json): readonly Found[] =>
  isList(value) ? value.flatMap((item, index): Found[] => (isSchema(item) ? [[[index], item]] : [])) : []

/** The same schema with every schema directly inside it replaced. */
export const mapSubschemas = (schema: JsonObject, change: (part: JsonObject | boolean) => Json): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).map(([name, value]) => {
      const holds = words.get(name)?.holds ?? 'anything'
      return [name, holds.startsWith('schema') ? changed(value, holds === 'schemaMap', change) : value]
    }),
  )

const changed = (value: Json, isMap: boolean, change: (part: JsonObject | boolean) => Json): Json => {
  const one = (part: Json): Json => (isSchema(part) ? change(part) : part)
  if (isMap && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, one(part)]))
  }
  return isList(value) ? value.map(one) : one(value)
}
