import {
  checkFilter,
  compileFilter,
  type Filter,
  fold,
  isObject,
  isStorableText,
  type Json,
  type Predicate,
} from '@telar/metadata'
import type { Reading } from '../access/reading.ts'
import { join, raw, type Sql, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { RowSource } from '../storage/link-joins.ts'
import type { Caller, Readable } from './caller.ts'
import { filterContext } from './conditions.ts'

/** Which rows of a module a reader wants. */
export interface RowRequest {
  readonly filter?: Json
  /** Words that all have to be found in a record's texts, each as it stands or as part of a longer one. */
  readonly q?: string
  /** The records as they were at this time. */
  readonly asOf?: string
  /** Deleted records instead of living ones. */
  readonly deleted?: boolean
}

/** Rows that something besides the caller's wishes narrows down: a record's link. */
export interface ListScope {
  /** What a cursor is bound to. */
  readonly name: Json
  /** A condition over `t`, made for the tables that are read. */
  readonly condition: (source: RowSource) => Sql
}

/** Rows of a module under the alias `t`: what a list, a count and an aggregate choose from. */
export interface RowChoice {
  readonly source: RowSource
  /** What stands after `from`. */
  readonly rows: Sql
  /** The caller's filter; his rights are part of the rows. */
  readonly predicate: Predicate
  /** What else holds for every row. */
  readonly conditions: Sql
}

export const chooseRows = (
  { caller, served, reading }: Readable,
  request: RowRequest,
  scope?: ListScope,
): RowChoice => {
  const source = rowSource(caller, reading, request.asOf)
  const { table } = served.module
  if (request.asOf !== undefined && request.q !== undefined)
    throw new TelarError('BAD_PARAMETER', { params: { name: 'q', reason: 'asOf' } })
  return {
    source,
    rows: sql`${source.tables.records(table)} t`,
    predicate: filterPredicate(caller, { served, reading }, request.filter),
    conditions: join(
      [
        raw(request.deleted === true ? 't.deleted_at is not null' : 't.deleted_at is null'),
        ...searchConditions(request.q),
        ...(scope === undefined ? [] : [scope.condition(source)]),
      ],
      ' and ',
    ),
  }
}

/** Today's tables as the caller may see them, or those of a time, under the alias `t`. */
export const rowSource = (caller: Caller, reading: Reading, asOf: string | undefined): Required<RowSource> => ({
  schema: caller.snapshot.workspace.schema,
  alias: 't',
  tables: asOf === undefined ? reading.tables : reading.tablesAt(asOf),
})

/** The texts of a record are stored folded; each word is looked for by itself. */
const searchConditions = (q: string | undefined): readonly Sql[] => {
  if (q === undefined) return []
  if (!isStorableText(q)) throw new TelarError('BAD_PARAMETER', { params: { name: 'q', reason: 'NUL' } })
  return wordsOf(q).map((word) => sql`t.search like ${`%${escapeLike(word)}%`}`)
}

/** Words that take part in a search; more than these narrow nothing down any more. */
const mostWords = 12

/** What is searched for, folded and taken apart. */
export const wordsOf = (q: string): readonly string[] =>
  [
    ...new Set(
      fold(q)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ].slice(0, mostWords)

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`)

/** The caller's filter bound to the module; every problem of it at once. */
const filterPredicate = (
  caller: Caller,
  { served, reading }: Pick<Readable, 'served' | 'reading'>,
  filter: Json | undefined,
): Predicate => {
  if (filter === undefined || filter === null) return { type: 'always' }
  const issues = checkFilter(reading.model, served.module, filter)
  if (issues.length > 0 || !isObject(filter)) {
    throw new TelarError('QUERY_INVALID', {
      issues: issues.map((issue) => ({ ...issue, pointer: `/filter${issue.pointer}` })),
    })
  }
  return compileFilter(reading.model, served.module, filter as unknown as Filter, filterContext(caller)) // oxlint-disable-line no-unsafe-type-assertion -- checkFilter found nothing
}
