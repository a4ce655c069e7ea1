import { columnOf, indexedPart } from '../fields/column-of.ts'
import type { SortKey } from '../fields/field-type.ts'
import { type Issue, pointerStep, problem } from '../issue/issue.ts'
import { isList } from '../json.ts'
import type { Model, Module } from '../model.ts'
import { textOrder } from '../text-order.ts'
import { type FieldPath, findPath, operandAt } from './field-path.ts'
import type { LinkStep, Operand } from './predicate.ts'

/** One column of an order; what is empty stands last, ascending and descending. */
export interface SortTerm {
  readonly operand: Operand
  /** When set, ordered by the place of the column's text in this list; what is not in it stands last. */
  readonly positions: readonly string[] | undefined
  readonly descending: boolean
  /** Never empty, so that a plain index serves both directions. */
  readonly isNeverEmpty: boolean
  /** Whether an index stands in the order of the column, what is empty aside. */
  readonly isIndexed: boolean
  /** Of texts: the language in whose order they stand. */
  readonly language?: string
}

export interface Sorting {
  /** A total order: the record's id is always the last term. */
  readonly terms: readonly SortTerm[]
  readonly issues: readonly Issue[]
}

/** Fields that one order may name. */
const longestSort = 8

/** `-amount,account.name` (or a list of such names) as columns to order by; what cannot be is reported and left out. */
export const parseSort = (model: Model, module: Module, sort: unknown): Sorting => {
  const names = namesIn(sort)
  if (names === undefined) return withId([], [problem('SORT_SHAPE')])
  if (names.length > longestSort) return withId([], [problem('SORT_TOO_LONG', { params: { limit: longestSort } })])
  const readings = names.map((name, index) =>
    readName(model, module, { name, pointer: isList(sort) ? pointerStep(index) : '' }),
  )
  return withId(
    readings.flatMap(({ terms }) => terms),
    readings.flatMap(({ issues }) => issues),
  )
}

const namesIn = (sort: unknown): readonly string[] | undefined => {
  const list =
    typeof sort === 'string'
      ? sort.split(',')
      : isList(sort)
        ? sort
        : sort === undefined || sort === null
          ? []
          : undefined
  return list?.every((name) => typeof name === 'string') === true
    ? list.map((name) => name.trim()).filter((name) => name !== '')
    : undefined
}

const readName = (
  model: Model,
  module: Module,
  { name, pointer }: { readonly name: string; readonly pointer: string },
): Sorting => {
  const descending = name.startsWith('-')
  const written = name.replace(/^[-+]/, '')
  const found = findPath(model, module, written)
  if (!found.ok) return { terms: [], issues: [problem(found.code, { pointer, params: found.params })] }
  const key = found.path.field.type.sort(found.path.field)
  const indexed = indexedColumns(module)
  const columns = key === undefined ? [] : columnsOf(model, found.path, key)
  const terms = columns.map((column) => ({ ...column, descending, isIndexed: isIndexed(column, indexed) }))
  return {
    terms,
    issues: terms.length === 0 ? [problem('SORT_UNSORTABLE', { pointer, params: { field: written } })] : [],
  }
}

type SortColumn = Omit<SortTerm, 'descending' | 'isIndexed'>

const columnsOf = (model: Model, path: FieldPath, key: SortKey): readonly SortColumn[] => {
  if (path.namesPart) return [inOrder(model, operandAt(path))]
  switch (key.by) {
    case 'parts':
      return key.parts.map((part) => inOrder(model, operandAt(path, part)))
    case 'position':
      return [{ operand: operandAt(path), positions: key.values, isNeverEmpty: false }]
    case 'label':
      return labelOf(model, path)
  }
}

/** The label of the record or person that a link names; inside a composite there is none to join. */
const labelOf = (model: Model, path: FieldPath): readonly SortColumn[] => {
  if (path.keys.length > 0) return []
  const { field, steps, column } = path
  const target = model.modules.get(field.link?.module ?? '')
  if (field.storage.type === 'directory')
    return [labelThrough(model, [...steps, { column, table: field.storage.table, to: 'members' }], 'name')]
  return target === undefined
    ? []
    : [labelThrough(model, [...steps, { column, table: target.table, to: 'records' }], 'label')]
}

const labelThrough = (model: Model, path: readonly LinkStep[], column: string): SortColumn =>
  inOrder(model, { path, column, primitive: 'text', keys: [] })

const inOrder = (model: Model, operand: Operand): SortColumn => ({
  ...plain(operand),
  ...(operand.primitive === 'text' ? { language: textOrder(model.app) } : {}),
})

const plain = (operand: Operand): SortColumn => ({ operand, positions: undefined, isNeverEmpty: isNeverEmpty(operand) })

/** Columns that an index of the module begins with. */
const indexedColumns = (module: Module): ReadonlySet<string> =>
  new Set(
    module.indexes.flatMap(([name = '']) => {
      const field = module.fields.get(name)
      return field === undefined ? [] : [columnOf(field, indexedPart(field))]
    }),
  )

/** A column of the record that the author has indexed, or the label of a linked record, which every table has indexed. */
const isIndexed = ({ operand, positions }: SortColumn, indexed: ReadonlySet<string>): boolean => {
  const [step, ...further] = operand.path
  if (positions !== undefined || operand.keys.length > 0 || further.length > 0) return false
  return step === undefined ? indexed.has(operand.column) : step.to === 'records' && operand.column === 'label'
}

/** Columns that the system fills in every row. */
const alwaysFilled: ReadonlySet<string> = new Set(['id', 'version', 'created_at', 'updated_at'])

const isNeverEmpty = ({ path, column }: Operand): boolean => path.length === 0 && alwaysFilled.has(column)

const isId = ({ operand }: SortTerm): boolean => operand.path.length === 0 && operand.column === 'id'

/** What follows the id decides nothing. It goes the way of the term before it, so that one index serves both ways. */
const withId = (terms: readonly SortTerm[], issues: readonly Issue[]): Sorting => {
  const at = terms.findIndex(isId)
  if (at >= 0) return { terms: terms.slice(0, at + 1), issues }
  const id = plain({ path: [], column: 'id', primitive: 'uuid', keys: [] })
  return { terms: [...terms, { ...id, descending: terms.at(-1)?.descending ?? false, isIndexed: true }], issues }
}
