import type { SortTerm } from '@telar/metadata'
import { join, raw, type Sql, sql } from '../database/sql.ts'
import type { LinkJoins } from './link-joins.ts'
import { sortExpression } from './order-sql.ts'

/** The place of a row in an order: its values as PostgreSQL writes them, in the order of the terms. */
export type RowPlace = readonly (string | null)[]

/** The condition that a row stands after a place. Empty values stand last, whatever the direction. */
export const keysetSql = (terms: readonly SortTerm[], place: RowPlace, joins: LinkJoins): Sql => {
  const keys = terms.map((term, index): Key => {
    const { text, cast } = sortExpression(term, joins)
    const value = place[index] ?? null
    return { text, value: value === null ? undefined : sql`${value}::${cast}`, term }
  })
  const [first] = keys
  if (first === undefined) return raw('false')
  if (keys.every(({ term }) => term.isNeverEmpty && term.descending === first.term.descending))
    return rowAfter(keys, first)
  const alternatives = keys.map(
    (key, index) => sql`(${join([...keys.slice(0, index).map(same), after(key)], ' and ')})`,
  )
  return sql`(${bound(first)}(${join(alternatives, ' or ')}))`
}

interface Key {
  readonly text: Sql
  /** Undefined where the column of that row is empty. */
  readonly value: Sql | undefined
  readonly term: SortTerm
}

const beyond = ({ term }: Key): Sql => raw(term.descending ? '<' : '>')

/** Rows compared as a whole: the one form that an index over the same columns answers by itself. */
const rowAfter = (keys: readonly Key[], first: Key): Sql =>
  sql`(${join(keys.map(({ text }) => text))}) ${beyond(first)} (${join(keys.map(({ value }) => value ?? raw('null')))})`

const same = ({ text, value }: Key): Sql => (value === undefined ? sql`${text} is null` : sql`${text} = ${value}`)

const after = (key: Key): Sql => {
  if (key.value === undefined) return raw('false')
  const further = sql`${key.text} ${beyond(key)} ${key.value}`
  return key.term.isNeverEmpty ? further : sql`(${further} or ${key.text} is null)`
}

/** Says again, for the planner, that the first column does not stand before the place. */
const bound = (first: Key): Sql =>
  first.value === undefined
    ? sql`${first.text} is null and `
    : first.term.isNeverEmpty
      ? sql`${first.text} ${beyond(first)}= ${first.value} and `
      : raw('')
