import { allOf, checkFilter, compileFilter, type Filter, isObject, type Json, parseSort, type Predicate, type Sorting } from '@telar/metadata'
import { type Row, rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { type CursorQuery, openCursor, sealCursor } from '../storage/cursor.ts'
import type { RowPlace } from '../storage/keyset.ts'
import type { RecordReader, WireRecord } from '../storage/record-reader.ts'
import { orderedSelection } from '../storage/selection.ts'
import { asOfSource } from './as-of-source.ts'
import { type Caller, enter, type Entered } from './caller.ts'
import { filterContext } from './conditions.ts'
import { countRows, type RowCount } from './count-rows.ts'
import { readRows } from './resolved-labels.ts'
import { lifeOf } from './row-condition.ts'
import { statementName } from './statement-name.ts'

export interface ListRequest {
  readonly module: string
  readonly filter?: Json
  /** `-amount,name` or a list of names. */
  readonly sort?: Json
  readonly fields?: ReadonlySet<string>
  readonly limit: number
  readonly cursor?: string
  readonly count: 'none' | 'estimated' | 'exact'
  /** The records as they were at this time. */
  readonly asOf?: string
  /** Deleted records instead of living ones. */
  readonly deleted: boolean
}

export interface RecordList {
  readonly records: readonly WireRecord[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
  readonly count?: RowCount
}

const newestFirst = '-createdAt'

/** One page of the records that a filter selects, in a total order. */
export const listRecords = async (caller: Caller, request: ListRequest): Promise<RecordList> => {
  return list(enter(caller, 'read', request.module), request)
}

const list = async ({ caller, served, grant }: Entered<'read'>, request: ListRequest): Promise<RecordList> => {
  const predicate = allOf([grant.rows, filterPredicate(caller, served, request.filter)])
  const sorting = sortingOf(caller, served, request.sort)
  const query = cursorQuery(caller, request)
  const after = request.cursor === undefined ? undefined : placeFrom(caller, query, request.cursor)
  const reader = request.fields === undefined ? served.reader : served.readerOf(request.fields)
  const page = await readPage(caller, served, { request, predicate, sorting, after, reader })
  const records = await readRows(caller, reader, page.slice(0, request.limit))
  const last = page.length > request.limit ? page[request.limit - 1] : undefined
  return {
    records,
    next: last === undefined ? null : sealCursor(caller.cursorKey, query, placeIn(last, reader)),
    ...(request.count === 'none' ? {} : { count: await countRows(caller, served, { predicate, deleted: request.deleted, exact: request.count === 'exact', ...(request.asOf === undefined ? {} : { asOf: request.asOf }) }) }),
  }
}

/** The caller's filter bound to the module; every problem of it at once. */
export const filterPredicate = (caller: Caller, served: ServedModule, filter: Json | undefined): Predicate => {
  if (filter === undefined || filter === null) return { type: 'always' }
  const issues = checkFilter(caller.snapshot.model, served.module, filter)
  if (issues.length > 0 || !isObject(filter)) {
    throw new TelarError('QUERY_INVALID', { issues: issues.map((issue) => ({ ...issue, pointer: `/filter${issue.pointer}` })) })
  }
  return compileFilter(caller.snapshot.model, served.module, filter as unknown as Filter, filterContext(caller)) // oxlint-disable-line no-unsafe-type-assertion -- checkFilter found nothing
}

export const sortingOf = (caller: Caller, served: ServedModule, sort: Json | undefined): Sorting => {
  const sorting = parseSort(caller.snapshot.model, served.module, sort ?? newestFirst)
  if (sorting.issues.length > 0) {
    throw new TelarError('QUERY_INVALID', { issues: sorting.issues.map((issue) => ({ ...issue, pointer: `/sort${issue.pointer}` })) })
  }
  return sorting
}

interface PageQuery {
  readonly request: ListRequest
  readonly predicate: Predicate
  readonly sorting: Sorting
  readonly after: RowPlace | undefined
  readonly reader: RecordReader
}

/** One row more than asked for tells whether there is a next page. */
const readPage = (caller: Caller, served: ServedModule, { request, predicate, sorting, after, reader }: PageQuery): Promise<readonly Row[]> => {
  const chosen = orderedSelection({ schema: caller.snapshot.workspace.schema, alias: 't' }, { predicate, terms: sorting.terms, after })
  const source = request.asOf === undefined ? served.table : asOfSource(caller, served, { at: request.asOf })
  const statement = sql`select ${reader.select}, ${chosen.place} from ${source} t ${reader.joins} ${chosen.joins}
    where ${lifeOf(request.deleted)} and ${chosen.where} order by ${chosen.orderBy} limit ${request.limit + 1}`
  return rows(caller.database, statement, statementName(statement))
}

const placeIn = (row: Row, reader: RecordReader): RowPlace => {
  const place = row[reader.width]
  return Array.isArray(place) ? place.map((value: unknown) => (typeof value === 'string' ? value : null)) : []
}

const cursorQuery = (caller: Caller, request: ListRequest): CursorQuery => ({
  workspace: caller.snapshot.workspace.slug,
  module: request.module,
  sort: request.sort ?? newestFirst,
  filter: [request.filter ?? null, request.asOf ?? null, request.deleted],
})

const placeFrom = (caller: Caller, query: CursorQuery, cursor: string): RowPlace => {
  const opened = openCursor(caller.cursorKey, query, cursor)
  if (!opened.ok) throw new TelarError('CURSOR_INVALID', { params: { reason: opened.reason } })
  return opened.place
}
