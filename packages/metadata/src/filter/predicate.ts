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
  | Compare
  | { readonly type: 'exists'; readonly through: Relation; readonly where: Predicate }
  | Shared

/** True for records that somebody shared with a person or with one of these teams; access makes it, no filter does. */
export interface Shared {
  readonly type: 'shared'
  /** Stable id. */
  readonly module: string
  /** `read`: at any level; `write`: only where the share allows changes. */
  readonly level: 'read' | 'write'
  readonly member: string
  readonly teams: readonly string[]
}

export interface Compare {
  readonly type: 'compare'
  readonly operand: Operand
  readonly compare: Comparison
  readonly values: readonly Cell[]
}

/** A column of the record, or of a record it links to through `path` (many-to-one steps, missing on the way = empty). */
export interface Operand {
  readonly path: readonly LinkStep[]
  readonly column: string
  readonly primitive: Primitive
  /** Keys inside a json column (`['size', 'width']`), compared as the given primitive. */
  readonly keys: readonly string[]
  /** The column stands in the row of the link that leads to the record, not in the record. */
  readonly via?: true
}

/** From a uuid column to the record of another table. */
export interface LinkStep {
  readonly column: string
  /** Where the uuid lies inside a json column. */
  readonly keys?: readonly string[]
  /** The column stands in the row of the link that leads to the record, not in the record. */
  readonly via?: true
  readonly table: string
  /** `records`: a deleted target counts as missing; `members`: people who left keep their name. */
  readonly to: 'records' | 'members'
}

/**
 * A way from a record to many: `inverse` = rows of `table` whose `column` names this record;
 * `links` = rows of a link table that join this record (`from`) with a row of `table` (`to`). Deleted rows count as missing.
 * `rows` = the items of a list inside a json column, each under `rowColumn`.
 */
export type Relation =
  | { readonly type: 'inverse'; readonly table: string; readonly column: string }
  | { readonly type: 'links'; readonly via: string; readonly from: string; readonly to: string; readonly table: string }
  | { readonly type: 'rows'; readonly column: string; readonly keys: readonly string[] }

/** Column that holds an item of a list as json, where items are looked at one by one. */
export const rowColumn = 'value'

/** Column of a link table that holds what a link says of itself. */
export const attributesColumn = 'attributes'

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

export const always: Predicate = { type: 'always' }

export const never: Predicate = { type: 'never' }

/** True where all of them are; what is certain is left out. */
export const allOf = (predicates: readonly Predicate[]): Predicate => {
  const of = predicates.filter((predicate) => predicate.type !== 'always')
  if (of.some((predicate) => predicate.type === 'never')) return never
  return of.length > 1 ? { type: 'all', of } : (of[0] ?? always)
}

/** True where one of them is. */
export const anyOf = (predicates: readonly Predicate[]): Predicate => {
  const of = predicates.filter((predicate) => predicate.type !== 'never')
  if (of.some((predicate) => predicate.type === 'always')) return always
  return of.length > 1 ? { type: 'any', of } : (of[0] ?? never)
}

export const negated = (predicate: Predicate): Predicate => {
  if (predicate.type === 'always') return never
  if (predicate.type === 'never') return always
  return predicate.type === 'not' ? predicate.of : { type: 'not', of: predicate }
}
