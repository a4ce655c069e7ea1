import type { Cell } from '../fields/field-type.ts'
import { allOf, always, anyOf, type Comparison, never, type Operand, type Predicate } from '../filter/predicate.ts'
import type { FilterValue, Term } from './operator.ts'

/** The first value against the operand; an operator that takes one value has one. */
export const withFirst = (
  { operand, values }: Term,
  build: (operand: Operand, value: FilterValue) => Predicate,
): Predicate => {
  const [value] = values
  return value === undefined ? never : build(operand, value)
}

export const is = (operand: Operand, value: FilterValue): Predicate =>
  value.type === 'cell'
    ? compare(operand, 'equals', value.cell)
    : allOf([openOr(operand, 'atLeast', value.from), openOr(operand, 'less', value.before)])

export const isBefore = (operand: Operand, value: FilterValue): Predicate =>
  compare(operand, 'less', value.type === 'cell' ? value.cell : value.from)

export const isAtMost = (operand: Operand, value: FilterValue): Predicate =>
  value.type === 'cell' ? compare(operand, 'atMost', value.cell) : compare(operand, 'less', value.before)

export const isAfter = (operand: Operand, value: FilterValue): Predicate =>
  value.type === 'cell' ? compare(operand, 'greater', value.cell) : compare(operand, 'atLeast', value.before)

export const isAtLeast = (operand: Operand, value: FilterValue): Predicate =>
  compare(operand, 'atLeast', value.type === 'cell' ? value.cell : value.from)

export const isOneOf = ({ operand, values }: Term): Predicate =>
  anyOf([
    cellsOf(values).length === 0 ? never : { type: 'compare', operand, compare: 'oneOf', values: cellsOf(values) },
    ...values.filter((value) => value.type === 'span').map((span) => is(operand, span)),
  ])

export const isEmptyCell = ({ operand, hasBlankText }: Term): Predicate => {
  const isEmpty: Predicate = { type: 'compare', operand, compare: 'isEmpty', values: [] }
  return hasBlankText && operand.primitive === 'text' ? anyOf([isEmpty, compare(operand, 'equals', '')]) : isEmpty
}

/** Pieces of text, case and accents aside. */
export const comparesText =
  (comparison: 'contains' | 'startsWith' | 'endsWith') =>
  (term: Term): Predicate =>
    withFirst(term, (operand, value) => (value.type === 'cell' ? compare(operand, comparison, value.cell) : never))

/** Elements of a list column against the values. */
export const hasElements = ({ operand, values }: Term, comparison: 'hasAny' | 'hasAll'): Predicate => {
  const cells = cellsOf(values)
  if (cells.length === 0) return comparison === 'hasAny' ? never : always
  return { type: 'compare', operand, compare: comparison, values: cells }
}

const compare = (operand: Operand, comparison: Comparison, cell: Cell): Predicate =>
  cell === null ? never : { type: 'compare', operand, compare: comparison, values: [cell] }

const openOr = (operand: Operand, comparison: Comparison, cell: Cell): Predicate =>
  cell === null ? always : compare(operand, comparison, cell)

const cellsOf = (values: readonly FilterValue[]): readonly Cell[] =>
  values.flatMap((value) => (value.type === 'cell' && value.cell !== null ? [value.cell] : []))
