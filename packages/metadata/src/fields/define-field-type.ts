import type { JsonObject } from '../json.ts'
import { operandOf } from './cell.ts'
import type { FieldType, Primitive, ValueProblem } from './field-type.ts'
import { storableProblems } from './storable.ts'
import { textContext } from './text-context.ts'

/** A type as written: what one column and a plain text form answer by themselves may be left out. */
export type FieldTypeSpec = Omit<FieldType, Answered> & Partial<Pick<FieldType, Answered>>

type Answered = keyof typeof defaults | 'toLabel' | 'searchText' | 'operand'

/** The part that holds the whole value of a type with one column. */
export const mainPart = 'value'

export const oneColumn = (primitive: Primitive) => ({ type: 'columns', parts: { [mainPart]: primitive } }) as const

/** Completes a description; the only place where defaults of field types live. */
export const defineFieldType = (spec: FieldTypeSpec): FieldType => {
  const type = { ...defaults, ...spec }
  const toLabel = spec.toLabel ?? type.toText
  return {
    ...type,
    check: (value, field) => onceEach([...storableProblems(value), ...type.check(value, field)]),
    toLabel,
    searchText: spec.searchText ?? ((value, field) => toLabel(value, field, textContext('en', 'UTC'))),
    operand: spec.operand ?? ((value, part, field) => operandOf(type, part, { value, field })),
  }
}

/** A composite value and its children find the same; nobody reads more than a hundred problems of one value. */
const onceEach = (problems: readonly ValueProblem[]): readonly ValueProblem[] =>
  problems
    .slice(0, 100)
    .filter(
      ({ code, pointer }, index) =>
        problems.findIndex((problem) => problem.code === code && problem.pointer === pointer) === index,
    )

const defaults = {
  settings: { type: 'object', properties: {} },
  recognise: () => 0,
  normalise: (value) => value,
  check: () => [],
  store: (value) => ({ [mainPart]: value }),
  read: (cells) => cells[mainPart] ?? null,
  references: () => [],
  sort: () => ({ by: 'parts', parts: [mainPart] }),
  measures: ['count', 'countDistinct'],
  grouping: 'value',
  measuredPart: mainPart,
  readMeasure: (value) => value,
  fromText: (text) => ({ ok: true, value: text }),
  toText: (value) => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)),
  searchedByDefault: false,
  numbering: undefined,
  nestable: true,
} satisfies Partial<FieldType>

/** Words of a property that describe it to people rather than constrain its value. */
const describing = new Set([
  'title',
  'description',
  'default',
  'examples',
  '$comment',
  'deprecated',
  'readOnly',
  'writeOnly',
])

/** The constraining standard words of a property as its author wrote them (`x-` words and descriptions left out). */
export const constraints = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !describing.has(key) && !key.startsWith('x-')))
