import type { Json, JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import type { Field } from '../model.ts'
import type { Cell, Cells, FieldType, Primitive, TextReading } from './field-type.ts'

/** A type as written: what one column and a plain text form answer by themselves may be left out. */
export type FieldTypeSpec = Omit<FieldType, keyof Defaults> & Partial<Defaults>

type Defaults = Pick<
  FieldType,
  | 'settings'
  | 'recognise'
  | 'normalise'
  | 'check'
  | 'store'
  | 'read'
  | 'sort'
  | 'measures'
  | 'grouping'
  | 'measuredPart'
  | 'searchedByDefault'
  | 'badExamples'
  | 'fromText'
  | 'toText'
>

/** The part that holds the whole value of a type with one column. */
export const mainPart = 'value'

export const oneColumn = (primitive: Primitive) => ({ type: 'columns', parts: { [mainPart]: primitive } }) as const

/** Completes a description; the only place where defaults of field types live. */
export const defineFieldType = (spec: FieldTypeSpec): FieldType => ({ ...defaults, ...spec })

const defaults: Defaults = {
  settings: { type: 'object', properties: {}, additionalProperties: false },
  recognise: () => 0,
  normalise: (value) => value,
  check: () => [],
  store: (value) => ({ [mainPart]: asCell(value) }),
  read: (cells) => cells[mainPart] ?? null,
  sort: () => ({ by: 'part', part: mainPart }),
  measures: ['count', 'countDistinct'],
  grouping: 'value',
  measuredPart: mainPart,
  searchedByDefault: false,
  badExamples: [],
  fromText: (text): TextReading => ({ ok: true, value: text }),
  toText: (value) => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)),
}

const asCell = (value: Json): Cell => (Array.isArray(value) ? value : (value as Cell)) // oxlint-disable-line no-unsafe-type-assertion -- every JSON value is a cell of a json column

export const emptyCells = (field: Field): Cells =>
  field.storage.type === 'columns'
    ? Object.fromEntries(Object.keys(field.storage.parts).map((part) => [part, null]))
    : { [mainPart]: null }

/** Words of a property that describe it to people rather than constrain its value. */
const describing = new Set(['title', 'description', 'default', 'examples', '$comment', 'deprecated', 'readOnly', 'writeOnly'])

/** The constraining standard words of a property as its author wrote them (`x-` words and descriptions left out). */
export const constraints = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !describing.has(key) && !key.startsWith('x-')))

export const settingOf = (field: Field, name: string): Json | undefined => field.schema[name]

export const objectValue = (value: Json): JsonObject => (isObject(value) ? value : {})
