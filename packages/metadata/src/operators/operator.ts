import type { Cell } from '../fields/field-type.ts'
import type { Operand, Predicate } from '../filter/predicate.ts'
import type { Text } from '../language.ts'

/** What a filter's `value` must be: absent, one value, a list of two, a list, or the name of a period. */
export type Takes = 'none' | 'one' | 'two' | 'list' | 'period'

/**
 * A value bound to a column: one cell (null = nobody and nothing, equal to no cell), or the span of cells that a
 * calendar date or a period means: `from` included, `before` not, null = open.
 */
export type FilterValue =
  | { readonly type: 'cell'; readonly cell: Cell }
  | { readonly type: 'span'; readonly from: Cell; readonly before: Cell }

/** What an operator is applied to. */
export interface Term {
  readonly operand: Operand
  readonly values: readonly FilterValue[]
  /** Whether `''` is stored as a value of its own (somebody else's schema) that people still see as empty. */
  readonly hasBlankText: boolean
}

/** Everything Telar knows of one operator; registered by one line in `operators/index.ts`, offered by field types. */
export interface Operator {
  readonly name: string
  readonly label: Text
  /** How it is called for dates and times (`is before`). */
  readonly dateLabel: Text
  readonly takes: Takes
  /** `value`: of the field's own type; `text`: any piece of text; `day`: the calendar date of a date or an instant. */
  readonly reads: 'value' | 'text' | 'day'
  readonly predicate: (term: Term) => Predicate
}

type Written = Omit<Operator, 'dateLabel' | 'reads'> & Partial<Pick<Operator, 'dateLabel' | 'reads'>>

export const defineOperator = (written: Written): Operator => ({ dateLabel: written.label, reads: 'value', ...written })
