import {
  type Field,
  isListOfRows,
  isObject,
  type Json,
  type JsonObject,
  type Model,
  type Module,
  resolve,
} from '@telar/metadata'
import fc from 'fast-check'

/** Draws one value; shrinks with the property it stands in. */
export type Draw = fc.GeneratorValue

export const pick = <Item>(draw: Draw, items: readonly Item[]): Item => {
  const item = items[draw(fc.nat, { max: items.length - 1 })]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

export const chance = (draw: Draw, percent: number): boolean => draw(fc.nat, { max: 99 }) < percent

export const some = <Item>(draw: Draw, items: readonly Item[], max: number): readonly Item[] =>
  Array.from({ length: draw(fc.nat, { max }) }, () => pick(draw, items))

const texts = [
  'a',
  'A',
  'b',
  'ñ',
  'Ñandú',
  'nandu',
  'n\u0303',
  'Straße',
  'STRASSE',
  'İ',
  'i',
  'ı',
  '%',
  '_',
  'a_b',
  '\\',
  "o'k",
  'zeta',
  'Ángel',
  'ΟΔΟΣ',
  'οδός',
  '😀',
  'ﬁ',
  'x\ty',
]
const dates = [
  '2026-11-20',
  '2026-11-21',
  '2026-11-22',
  '2026-10-25',
  '2026-03-29',
  '2024-02-29',
  '0001-01-01',
  '9999-12-31',
]
const times = [
  '2026-11-21T10:00:00Z',
  '2026-11-21T10:00:00.000001Z',
  '2026-11-20T23:00:00Z',
  '2026-11-20T22:59:59.999999Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-11-21T11:00:00+01:00',
]
const decimals = ['0', '1.10', '1.1', '-1.1', '12.5', '1000000000.01']
const ids = Array.from({ length: 4 }, (_, index) => `0198c1e2-7a4b-7c3d-8e5f-00000000000${index}`)

/** Values worth meeting, as callers write them, by the schema that a field is made of. */
const kinds: readonly { readonly schema: JsonObject; readonly values: readonly Json[] }[] = [
  { schema: { type: 'string' }, values: texts },
  { schema: { 'x-field': 'multiline' }, values: texts },
  { schema: { type: 'integer' }, values: [0, 1, -1, 5, 9_007_199_254_740_991] },
  { schema: { type: 'number' }, values: [0, 0.1, 0.5, -0.5, 1e21, 1e-7] },
  { schema: { 'x-field': 'decimal', 'x-scale': 2 }, values: decimals },
  { schema: { 'x-field': 'percent', 'x-scale': 2 }, values: decimals },
  {
    schema: { 'x-field': 'money' },
    values: ['EUR', 'USD'].flatMap((currency) => decimals.map((amount) => ({ amount, currency }))),
  },
  { schema: { type: 'boolean' }, values: [true, false] },
  { schema: { type: 'string', format: 'date' }, values: dates },
  { schema: { type: 'string', format: 'date-time' }, values: times },
  { schema: { type: 'string', format: 'uuid' }, values: ids },
  { schema: { enum: ['new', 'won', 'ñ', 'lost'] }, values: ['new', 'won', 'ñ', 'lost'] },
  { schema: { enum: [3, 1, 2] }, values: [1, 2, 3] },
  {
    schema: { type: 'array', items: { enum: ['x', 'y', 'ñ,"'] } },
    values: [[], ['x'], ['x', 'ñ,"'], ['y', 'x', 'ñ,"']],
  },
  {
    schema: { 'x-field': 'address' },
    values: [{ city: 'Ávila', country: 'ES' }, { city: 'avila' }, { street: 'a_b', postalCode: '05001' }],
  },
  { schema: { 'x-field': 'user' }, values: ids },
  { schema: { 'x-field': 'json' }, values: [{}, [], { a: 1 }, ['x'], 5, 'text', false] },
]

export const rowsPerModule = 40

export const recordIdOf = (module: string, index: number): string =>
  `00000000-0000-7000-${module.charCodeAt(0).toString(16).padStart(4, '8')}-${String(index).padStart(12, '0')}`

/** What a json column may hold since before its definition changed. */
const leftovers: readonly Json[] = [
  {},
  [],
  'text',
  5,
  { p0: null },
  { p0: { p0: 'x' }, p1: '2026-02-30', p2: ['a', 1] },
  { p0: 'NaN', p1: 1e30, p2: '1e5' },
  { p0: 'infinity', p1: 'today', p2: true },
  [null, 'x', [], {}, { p0: 1, p1: 'a', ref: 'nobody', inner: [{ p0: 2 }, 3] }],
  { rows: [{ p0: 'a' }, { p0: 1 }], p1: 5 },
]

const names = ['alpha', 'beta', 'gamma'] as const

/** Three modules that link to each other, with a few fields of every kind there is; one may be somebody else's schema. */
export const randomModel = (draw: Draw): Model =>
  resolve(new Map(names.map((name) => [`modules/${name}.json`, randomModule(draw, name)]))).model

const randomModule = (draw: Draw, name: string): JsonObject => ({
  type: 'object',
  ...(name === 'gamma' && chance(draw, 50) ? {} : { 'x-module': {} }),
  properties: {
    ...Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`f${index}`, randomField(draw)])),
    group: {
      type: 'object',
      properties: { ...randomParts(draw, 3), rows: rowsOf(randomParts(draw, 2)) },
    },
    lines: rowsOf({
      ...randomParts(draw, 3),
      ref: { 'x-field': 'link', 'x-link': { module: pick(draw, names) } },
      inner: rowsOf(randomParts(draw, 1)),
    }),
    up: { 'x-field': 'link', 'x-link': { module: pick(draw, names), inverse: `${name}Downs` } },
    side: { 'x-field': 'link', 'x-link': { module: pick(draw, names), inverse: `${name}Sides` } },
    many: {
      'x-field': 'links',
      'x-link': { module: pick(draw, names), inverse: `${name}Manies` },
      'x-attributes': {
        properties: { ...randomParts(draw, 2), ref: { 'x-field': 'link', 'x-link': { module: pick(draw, names) } } },
      },
    },
  },
})

const rowsOf = (properties: JsonObject): JsonObject => ({ type: 'array', items: { type: 'object', properties } })

const randomParts = (draw: Draw, count: number): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, pick(draw, kinds).schema]))

const randomField = (draw: Draw): JsonObject => ({
  ...pick(draw, kinds).schema,
  ...(chance(draw, 50) ? { 'x-indexed': true } : {}),
})

/** A written value that fits the field, from a pool so small that rows tie. */
export const randomValue = (draw: Draw, field: Field): Json => {
  const [kind] = kinds
    .filter(({ schema }) =>
      Object.entries(schema).every(([word, value]) => JSON.stringify(field.schema[word]) === JSON.stringify(value)),
    )
    .toSorted((a, b) => Object.keys(b.schema).length - Object.keys(a.schema).length)
  if (kind !== undefined) return pick(draw, kind.values)
  if (field.storage.type === 'link')
    return recordIdOf(field.link?.module ?? '', draw(fc.nat, { max: rowsPerModule - 1 }))
  if (!isListOfRows(field)) return randomMembers(draw, field)
  return Array.from({ length: draw(fc.nat, { max: 3 }) }, () => randomMembers(draw, field))
}

/** An object of some of the fields inside a field: a composite, one row of a list, the attributes of a link. */
export const randomMembers = (draw: Draw, { children }: Field): JsonObject =>
  Object.fromEntries(
    [...children].filter(() => chance(draw, 70)).map(([name, child]) => [name, randomValue(draw, child)]),
  )

export const leftover = (draw: Draw): Json => pick(draw, leftovers)

export const randomId = (draw: Draw): string => pick(draw, ids)

/** A piece of some value: what a condition on a part or a piece of text compares with. */
export const randomScalar = (draw: Draw, field: Field): Json => {
  const value = randomValue(draw, field)
  const scalars: readonly Json[] = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [value]
  return scalars.length === 0 ? pick(draw, texts) : pick(draw, scalars)
}

export const fieldsOf = (module: Module): readonly Field[] => [
  ...module.fields.values(),
  ...module.systemFields.values(),
]
