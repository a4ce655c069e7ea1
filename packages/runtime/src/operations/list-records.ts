import { type Json, parseSort, type Sorting } from '@telar/metadata'
import type { ScopePieces, ScopeRange } from '../access/masked-tables.ts'
import { keptRows, type Row } from '../database/pool.ts'
import { join, type Sql, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type CursorQuery, openCursor, sealCursor } from '../storage/cursor.ts'
import type { RowPlace } from '../storage/keyset.ts'
import type { RecordReader, WireRecord } from '../storage/record-reader.ts'
import { orderedSelection, orderedStages, type Wanted } from '../storage/selection.ts'
import { type Caller, enterToRead, type Readable } from './caller.ts'
import { countRows, type RowCount } from './count-rows.ts'
import { readerFor } from './reader-for.ts'
import { readRows } from './resolved-labels.ts'
import { chooseRows, type ListScope, type RowChoice, type RowRequest } from './row-choice.ts'

export interface ListRequest extends RowRequest {
  readonly module: string
  /** `-amount,name` or a list of names. */
  readonly sort?: Json
  readonly fields?: ReadonlySet<string>
  readonly limit: number
  readonly cursor?: string
  readonly count: 'none' | 'estimated' | 'exact'
}

export interface RecordList {
  readonly records: readonly WireRecord[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
  readonly count?: RowCount
}

const newestFirst = '-createdAt'

/** One page of the records that a filter selects, in a total order. */
export const listRecords = (caller: Caller, request: ListRequest, scope?: ListScope): Promise<RecordList> =>
  list(enterToRead(caller, request.module), request, scope)

const list = async (entered: Readable, request: ListRequest, scope: ListScope | undefined): Promise<RecordList> => {
  const { caller } = entered
  const choice = chooseRows(entered, request, scope)
  const sorting = sortingOf(entered, request.sort)
  const query = cursorQuery(caller, request, { sorting, scope })
  const after = request.cursor === undefined ? undefined : placeFrom(caller, query, request.cursor)
  const reader = readerFor(caller, entered, request)
  const page = await readPage(caller, choice, {
    sorting,
    after,
    reader,
    limit: request.limit,
    pieces: piecesFor(entered, request, sorting),
  })
  const records = await readRows(caller, reader, page.slice(0, request.limit))
  const last = page.length > request.limit ? page[request.limit - 1] : undefined
  return {
    records,
    next: last === undefined ? null : sealCursor(caller.cursorKey, query, placeIn(last, reader)),
    ...(request.count === 'none' ? {} : { count: await countRows(caller, choice, request.count === 'exact') }),
  }
}

const sortingOf = ({ served, reading }: Readable, sort: Json | undefined): Sorting => {
  const sorting = parseSort(reading.model, served.module, sort ?? newestFirst)
  if (sorting.issues.length > 0) {
    throw new TelarError('QUERY_INVALID', {
      issues: sorting.issues.map((issue) => ({ ...issue, pointer: `/sort${issue.pointer}` })),
    })
  }
  return sorting
}

interface Page {
  readonly sorting: Sorting
  readonly after: RowPlace | undefined
  readonly reader: RecordReader
  readonly limit: number
  /** The rows in pieces, if that is the faster way. */
  readonly pieces: ScopePieces | undefined
}

/** The newest or oldest of today's living records, whatever else narrows them down. */
const piecesFor = (
  { reading, served }: Readable,
  { asOf, deleted }: ListRequest,
  { terms }: Sorting,
): ScopePieces | undefined => {
  const isByCreation = terms[0]?.operand.column === 'created_at' && terms[0].operand.path.length === 0
  return isByCreation && asOf === undefined && deleted !== true ? reading.piecesOf(served.module.name) : undefined
}

/** One row more than asked for tells whether there is a next page. */
const readPage = async (
  caller: Caller,
  choice: RowChoice,
  { sorting, after, reader, limit, pieces }: Page,
): Promise<readonly Row[]> => {
  const wanted = { predicate: choice.predicate, terms: sorting.terms, after }
  if (pieces !== undefined)
    return keptRows(caller.database, piecewise(choice, { wanted, reader, pieces, limit: limit + 1 }))
  const page: Row[] = []
  for (const chosen of orderedStages(choice.source, wanted)) {
    const missing = limit + 1 - page.length
    if (missing === 0) break
    // The place as one text: it is read of one row alone.
    const statement = sql`select ${reader.select}, to_json(${chosen.place})::text from ${choice.rows} ${chosen.joins} ${reader.joins}
      where ${choice.conditions} and ${chosen.where} order by ${chosen.orderBy} limit ${missing}`
    page.push(...(await keptRows(caller.database, statement)))
  }
  return page
}

interface Piecewise {
  readonly wanted: Wanted
  readonly reader: RecordReader
  readonly pieces: ScopePieces
  readonly limit: number
}

/** The first rows of each range, of those the first, and only these as their reader sees them. */
const piecewise = (choice: RowChoice, { wanted, reader, pieces, limit }: Piecewise): Sql => {
  const chosen = orderedSelection(choice.source, wanted)
  const first = ({ rows, list }: ScopeRange): Sql => {
    const found = sql`(select t.id, ${chosen.keys} from ${rows} t ${chosen.joins}
      where ${choice.conditions} and ${chosen.where} order by ${chosen.orderBy} limit ${limit})`
    return list === undefined ? found : sql`(select found.* from ${list} cross join lateral ${found} found)`
  }
  return sql`with page as materialized (
      select * from (${join(pieces.ranges.map(first), ' union ')}) u order by ${chosen.orderByKeys} limit ${limit})
    select ${reader.select}, to_json(${chosen.place})::text from page join ${pieces.found} t on t.id = page.id ${chosen.joins} ${reader.joins}
    order by ${chosen.orderBy}`
}

const placeIn = (row: Row, reader: RecordReader): RowPlace => {
  const place: unknown = JSON.parse(String(row[reader.width]))
  return Array.isArray(place) ? place.map((value: unknown) => (typeof value === 'string' ? value : null)) : []
}

interface CursorScope {
  readonly sorting: Sorting
  readonly scope: ListScope | undefined
}

/** The order counts as it was compiled: a cursor from before a field changed its type is of another query. */
const cursorQuery = (caller: Caller, request: ListRequest, { sorting, scope }: CursorScope): CursorQuery => ({
  workspace: caller.snapshot.workspace.slug,
  module: request.module,
  sort: sorting.terms,
  filter: [
    request.filter ?? null,
    request.q ?? null,
    request.asOf ?? null,
    request.deleted === true,
    scope?.name ?? null,
  ],
})

const placeFrom = (caller: Caller, query: CursorQuery, cursor: string): RowPlace => {
  const opened = openCursor(caller.cursorKey, query, cursor)
  if (!opened.ok) throw new TelarError('CURSOR_INVALID', { params: { reason: opened.reason } })
  return opened.place
}
