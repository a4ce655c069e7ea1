import type { Cell, Primitive } from '../fields/field-type.ts'

/**
 * A filter bound to a model: names resolved to physical columns, operators to comparisons, relative values to
 * constants. It has two readers, SQL (runtime/storage) and `evaluate` (reference and live events), which must agree.
 * Two-valued: a comparison with an empty column is false, its negation true.
 */
export type Predicate =
  | { readonly type: 'always' }
  | { readonly type: 'never' }
  | { readonly type: 'all'; readonly of: readonly Predicate[] }
  | { readonly type: 'any'; readonly of: readonly Predicate[] }
  | { readonly type: 'not'; readonly of: Predicate }
  | { readonly type: 'compare'; readonly operand: Operand; readonly compare: Comparison; readonly values: readonly Cell[] }
  | { readonly type: 'exists'; readonly through: Relation; readonly where: Predicate }

/** A column of the record, or of a record it links to through `path` (many-to-one steps, missing on the way = empty). */
export interface Operand {
  readonly path: readonly LinkStep[]
  readonly column: string
  readonly primitive: Primitive
  /** Keys inside a json column (`['size', 'width']`), compared as the given primitive. */
  readonly keys: readonly string[]
}

/** From a uuid column to the live record of another table. */
export interface LinkStep {
  readonly column: string
  readonly table: string
}

/**
 * A way from a record to many: `inverse` = rows of `table` whose `column` names this record;
 * `links` = rows of a link table that join this record (`from`) with a row of `table` (`to`).
 */
export type Relation =
  | { readonly type: 'inverse'; readonly table: string; readonly column: string }
  | { readonly type: 'links'; readonly via: string; readonly from: string; readonly to: string; readonly table: string }

/** The closed list of comparisons; operators are made of these. */
export type Comparison =
  | 'equals'
  | 'oneOf'
  | 'less'
  | 'atMost'
  | 'greater'
  | 'atLeast'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'isEmpty'
  | 'hasAny'
  | 'hasAll'
