import type { Predicate, SortTerm } from '@telar/metadata'
import { type Sql, sql } from '../database/sql.ts'
import { keysetSql, type RowPlace } from './keyset.ts'
import { linkJoins, pathsIn, type RowSource } from './link-joins.ts'
import { orderSql, placeSql } from './order-sql.ts'
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

export const orderedSelection = (source: RowSource, { predicate, terms, after }: Wanted): OrderedSelection => {
  const joins = linkJoins(source, [...pathsIn(predicate), ...terms.map(({ operand }) => operand.path)])
  const condition = predicateSql(predicate, joins)
  return {
    joins: joins.sql,
    where: after === undefined ? condition : sql`${condition} and ${keysetSql(terms, after, joins)}`,
    orderBy: orderSql(terms, joins),
    place: placeSql(terms, joins),
  }
}
