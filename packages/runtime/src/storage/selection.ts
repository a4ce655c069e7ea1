import type { Predicate, SortTerm } from '@telar/metadata'
import { join, type Sql, sql } from '../database/sql.ts'
import { keysetSql, type RowPlace } from './keyset.ts'
import { linkJoins, pathsIn, type RowSource } from './link-joins.ts'
import { orderKeys, orderSql, placeSql, sortExpression } from './order-sql.ts'
import { predicateSql } from './predicate-sql.ts'

/** The pieces of a statement that chooses rows of one table. */
export interface Selection {
  /** Left joins, to stand after the table and its alias; empty where the condition needs none. */
  readonly joins: Sql
  readonly where: Sql
}

export interface OrderedSelection extends Selection {
  readonly orderBy: Sql
  /** A text[] column: the row's place in the order, for the cursor of the next page. */
  readonly place: Sql
  /** The order's values under names of their own, and the order by those names: for what is put together of several. */
  readonly keys: Sql
  readonly orderByKeys: Sql
}

export interface Wanted {
  readonly predicate: Predicate
  /** From `parseSort`; ends with the id. */
  readonly terms: readonly SortTerm[]
  /** Only rows after this place of the order. */
  readonly after: RowPlace | undefined
}

/** Deleted rows are not looked at here: whether they count is the statement's own matter. */
export const selection = (source: RowSource, predicate: Predicate): Selection => {
  const joins = linkJoins(source, pathsIn(predicate))
  return { joins: joins.sql, where: predicateSql(predicate, joins) }
}

/** The whole order in one statement. */
export const orderedSelection = (source: RowSource, { predicate, terms, after }: Wanted): OrderedSelection => {
  const joins = linkJoins(source, [...pathsIn(predicate), ...terms.map(({ operand }) => operand.path)])
  const condition = predicateSql(predicate, joins)
  return {
    joins: joins.sql,
    where: after === undefined ? condition : sql`${condition} and ${keysetSql(terms, after, joins)}`,
    orderBy: orderSql(terms, joins),
    place: placeSql(terms, joins),
    ...orderKeys(terms, joins),
  }
}

/**
 * The same rows in the same order as statements to run one after the other until a page is full. Where the first term
 * has an index but may be empty, the rows that have it come first and those without it second: each is then a plain
 * range of the index, ascending, descending and on any page, which "empty ones last" in one statement is not.
 */
export const orderedStages = (source: RowSource, wanted: Wanted): readonly OrderedSelection[] => {
  const { predicate, terms, after } = wanted
  const [first, ...rest] = terms
  if (first === undefined || first.isNeverEmpty || !first.isIndexed) return [orderedSelection(source, wanted)]
  const joins = linkJoins(source, [...pathsIn(predicate), ...terms.map(({ operand }) => operand.path)])
  const column = sortExpression(first, joins).text
  const stage = (edge: Sql, order: readonly SortTerm[], place: RowPlace | undefined): OrderedSelection => ({
    joins: joins.sql,
    where: join(
      [predicateSql(predicate, joins), edge, ...(place === undefined ? [] : [keysetSql(order, place, joins)])],
      ' and ',
    ),
    orderBy: orderSql(order, joins),
    place: placeSql(terms, joins),
    ...orderKeys(terms, joins),
  })
  const isPast = after !== undefined && (after[0] ?? null) === null
  const filled = stage(sql`${column} is not null`, [{ ...first, isNeverEmpty: true }, ...rest], after)
  const empty = stage(sql`${column} is null`, rest, isPast ? after.slice(1) : undefined)
  return isPast ? [empty] : [filled, empty]
}
