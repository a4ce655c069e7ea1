import type { LinkStep, Predicate } from '@telar/metadata'
import { ident, join, type Sql, sql } from '../database/sql.ts'
import { uuidInside } from './json-inside.ts'
import { presentTables, type RecordTables } from './record-tables.ts'

/** Rows under an alias of their own, in the schema of a workspace. */
export interface RowSource {
  readonly schema: string
  readonly alias: string
  /** Where further rows are read from; today's tables if nothing is said. */
  readonly tables?: RecordTables
}

export const tablesOf = ({ schema, tables }: RowSource): RecordTables => tables ?? presentTables(schema)

/** Left joins that bring the records which a row names; a deleted record joins nothing. */
export interface LinkJoins extends RowSource {
  readonly sql: Sql
  /** Alias of the row at the end of a path; the source's own for the empty path. */
  readonly aliasOf: (path: readonly LinkStep[]) => string
}

/**
 * The joins for all these paths, each step once. Joins rather than subqueries: PostgreSQL turns one into an inner join
 * where the condition refuses empty values, and can then start from the linked table's index.
 */
export const linkJoins = (
  source: RowSource,
  paths: readonly (readonly LinkStep[])[],
  /** Of the aliases, for a second set of joins in the same statement. */
  prefix = source.alias,
): LinkJoins => {
  const aliases = new Map([['', source.alias]])
  const joins: Sql[] = []
  for (const path of paths) {
    path.forEach((step, index) => {
      const key = keyOf(path.slice(0, index + 1))
      if (aliases.has(key)) return
      const alias = `${prefix}_${aliases.size}`
      joins.push(
        joinOf(tablesOf(source), step, {
          from: step.via === true ? viaAlias(source) : (aliases.get(keyOf(path.slice(0, index))) ?? source.alias),
          to: alias,
        }),
      )
      aliases.set(key, alias)
    })
  }
  return { ...source, sql: join(joins, ' '), aliasOf: (path) => aliases.get(keyOf(path)) ?? missing(path) }
}

/** Paths of the columns that a predicate reads in its own row; inside `exists` there are other rows. */
export const pathsIn = (predicate: Predicate): readonly (readonly LinkStep[])[] => {
  switch (predicate.type) {
    case 'always':
    case 'never':
    case 'exists':
    case 'shared':
      return []
    case 'all':
    case 'any':
      return predicate.of.flatMap(pathsIn)
    case 'not':
      return pathsIn(predicate.of)
    case 'compare':
      return [predicate.operand.path]
  }
}

/** Alias of the link's own row beside a record that was reached through a link table. */
export const viaAlias = ({ alias }: Pick<RowSource, 'alias'>): string => `${alias}_via`

const joinOf = (
  tables: RecordTables,
  step: LinkStep,
  { from, to }: { readonly from: string; readonly to: string },
): Sql => {
  const id = step.keys === undefined ? ident(from, step.column) : uuidInside(ident(from, step.column), step.keys)
  const on = sql`left join ${tables.records(step.table, id)} ${ident(to)} on ${ident(to, 'id')} = ${id}`
  return step.to === 'records' ? sql`${on} and ${ident(to, 'deleted_at')} is null` : on
}

const keyOf = (path: readonly LinkStep[]): string =>
  path.map((step) => JSON.stringify([step.column, step.keys, step.via, step.table, step.to])).join()

const missing = (path: readonly LinkStep[]): never => {
  throw new Error(`no join was made for the path ${JSON.stringify(path)}`)
}
