import type { SortTerm } from '@telar/metadata'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'
import type { LinkJoins } from './link-joins.ts'
import { type OperandSql, operandSql } from './operand-sql.ts'
import { collationFor } from './text-collation.ts'

/** What a term orders by, and the type that its value on a cursor is cast to. */
export const sortExpression = (
  { operand, positions, language }: SortTerm,
  joins: LinkJoins,
): { readonly text: Sql; readonly cast: Sql } => {
  const on = operandSql(operand, joins)
  if (positions === undefined) return language === undefined || operand.keys.length === 0 ? on : inOrder(on, language)
  return { text: sql`array_position(${positions}::text[], ${on.text})`, cast: raw('integer') }
}

/** A column brings its order along; what lies inside json has none of its own. */
const inOrder = ({ text, cast }: OperandSql, language: string): OperandSql => ({
  text: sql`(${text} collate ${ident(collationFor(language))})`,
  cast,
})

/** The list after `order by`. A column that is never empty is left plain: then one index serves both directions. */
export const orderSql = (terms: readonly SortTerm[], joins: LinkJoins): Sql =>
  join(
    terms.map((term) => {
      const direction = `${term.descending ? 'desc' : 'asc'}${term.isNeverEmpty ? '' : ' nulls last'}`
      return sql`${sortExpression(term, joins).text} ${raw(direction)}`
    }),
  )

/** The values that a row is ordered by as columns of names that nothing else has, and the order by those. */
export const orderKeys = (
  terms: readonly SortTerm[],
  joins: LinkJoins,
): { readonly keys: Sql; readonly orderByKeys: Sql } => ({
  keys: join(terms.map((term, index) => sql`${sortExpression(term, joins).text} as ${ident(`order ${index}`)}`)),
  orderByKeys: join(
    terms.map(
      (term, index) => sql`${ident(`order ${index}`)} ${raw(`${term.descending ? 'desc' : 'asc'} nulls last`)}`,
    ),
  ),
})

/** The place of a row in the order, as a list of texts that round-trips exactly; what a cursor holds. */
export const placeSql = (terms: readonly SortTerm[], joins: LinkJoins): Sql =>
  sql`array[${join(terms.map((term) => sql`${sortExpression(term, joins).text}::text`))}]`
