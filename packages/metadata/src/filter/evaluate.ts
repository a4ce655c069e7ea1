import type { Cell } from '../fields/field-type.ts'
import { isList, isObject } from '../json.ts'
import { fold } from './fold.ts'
import { cellInside } from './json-cell.ts'
import { orderCells } from './order-cells.ts'
import {
  type Compare,
  type Comparison,
  type LinkStep,
  type Operand,
  type Predicate,
  type Relation,
  rowColumn,
  type Shared,
} from './predicate.ts'

/** Cells of a record by physical column; a column that is not there is empty. */
export type CellRow = Readonly<Record<string, Cell>>

/** How `evaluate` reaches other rows. Deleted records are not given. */
export interface RelatedRows {
  readonly linked: (step: LinkStep, id: string) => CellRow | undefined
  /** Records on the other side; one that a link table joins brings the link's `attributesColumn` along. */
  readonly through: (relation: OtherRecords, row: CellRow) => readonly CellRow[]
  /** Whether a row is shared so; asked only of what access rules select. */
  readonly isShared?: (share: Shared, row: CellRow) => boolean
}

type OtherRecords = Exclude<Relation, { type: 'rows' }>

/** Whether a row satisfies a predicate: the reference that the SQL of `runtime/storage` must agree with. */
export const evaluate = (predicate: Predicate, row: CellRow, related: RelatedRows): boolean => {
  switch (predicate.type) {
    case 'always':
      return true
    case 'never':
      return false
    case 'all':
      return predicate.of.every((one) => evaluate(one, row, related))
    case 'any':
      return predicate.of.some((one) => evaluate(one, row, related))
    case 'not':
      return !evaluate(predicate.of, row, related)
    case 'exists':
      return rowsThrough(predicate.through, row, related).some((one) => evaluate(predicate.where, one, related))
    case 'shared':
      return related.isShared?.(predicate, row) === true
    case 'compare':
      return compares(predicate, cellOf(predicate.operand, row, related))
  }
}

const rowsThrough = (relation: Relation, row: CellRow, related: RelatedRows): readonly CellRow[] => {
  if (relation.type !== 'rows') return related.through(relation, row)
  const list = cellInside(row[relation.column] ?? null, relation.keys, 'json')
  return isList(list) ? list.map((item) => ({ [rowColumn]: item })) : []
}

const cellOf = ({ path, column, keys, primitive }: Operand, row: CellRow, related: RelatedRows): Cell => {
  const last = path.reduce<CellRow | undefined>((from, step) => {
    const id =
      step.keys === undefined ? from?.[step.column] : cellInside(from?.[step.column] ?? null, step.keys, 'uuid')
    return typeof id === 'string' ? related.linked(step, id) : undefined
  }, row)
  const cell = last?.[column] ?? null
  return keys.length === 0 ? cell : cellInside(cell, keys, primitive)
}

const compares = ({ compare, operand, values }: Compare, cell: Cell): boolean => {
  if (compare === 'isEmpty') return isEmpty(cell)
  return cell !== null && comparisons[compare](cell, values, operand)
}

const isEmpty = (cell: Cell): boolean =>
  cell === null || (isList(cell) && cell.length === 0) || (isObject(cell) && Object.keys(cell).length === 0)

type Test = (cell: Cell, values: readonly Cell[], operand: Operand) => boolean

const ordered =
  (test: (order: number) => boolean): Test =>
  (cell, values, { primitive }) =>
    values.some((value) => test(orderCells(primitive, cell, value)))

const folded =
  (test: (text: string, piece: string) => boolean): Test =>
  (cell, values) =>
    typeof cell === 'string' && values.some((value) => typeof value === 'string' && test(fold(cell), fold(value)))

const comparisons: Readonly<Record<Exclude<Comparison, 'isEmpty'>, Test>> = {
  equals: ordered((order) => order === 0),
  oneOf: ordered((order) => order === 0),
  less: ordered((order) => order < 0),
  atMost: ordered((order) => order <= 0),
  greater: ordered((order) => order > 0),
  atLeast: ordered((order) => order >= 0),
  contains: folded((text, piece) => text.includes(piece)),
  startsWith: folded((text, piece) => text.startsWith(piece)),
  endsWith: folded((text, piece) => text.endsWith(piece)),
  hasAny: (cell, values) => isList(cell) && values.some((value) => cell.includes(value)),
  hasAll: (cell, values) => isList(cell) && values.every((value) => cell.includes(value)),
}
