import { isObject, type JsonObject } from '@telar/metadata'
import { type Row, rows } from '../database/pool.ts'
import { ident, raw, type Sql, sql } from '../database/sql.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { authorColumns } from '../storage/columns.ts'
import type { Caller } from './caller.ts'

/** Who did what to a record, and when. */
export interface LedgerEvent {
  readonly id: string
  readonly at: string
  /** 0 for a link, which makes no new version. */
  readonly version: number
  readonly op: string
  readonly actor: string | null
  readonly source: string
  readonly operation: string
}

/** A row of the ledger with its images as they are stored. */
export interface LedgerRow {
  readonly entry: LedgerEvent
  readonly before: JsonObject | undefined
  readonly after: JsonObject | undefined
  readonly detail: JsonObject | undefined
}

/** Which part of a record's story. */
interface LedgerPage {
  readonly id: string
  readonly limit: number
  readonly before?: number
}

/** Newest first, one more than asked for. Times may lie in the past of ids where history was imported, so a page begins at both. */
export const readLedger = async (
  caller: Caller,
  { module }: Pick<ServedModule, 'module'>,
  { id, limit, before }: LedgerPage,
): Promise<readonly LedgerRow[]> => {
  const ledger = ident(caller.snapshot.workspace.schema, 'ledger')
  const earlier =
    before === undefined
      ? raw('')
      : sql` and (l.at, l.id) < (select b.at, b.id from ${ledger} b where b.id = ${before}::bigint and b.record = ${id}::uuid)`
  const exact = authorColumns(module).filter(({ primitive }) => primitive === 'numeric')
  const found = await rows(
    caller.database,
    sql`select l.id, l.at, l.version, l.op, l.actor, l.source, l.operation, l.before, ${exactly(exact.map(({ name }) => name))}, l.detail from ${ledger} l
        where l.record = ${id}::uuid and l.module = ${module.id}${earlier}
        order by l.at desc, l.id desc limit ${limit + 1}`,
  )
  return found.map(ledgerRow)
}

/** The ledger keeps exact numbers as JSON numbers, whose last digits would be lost on the way: they travel as text. */
const exactly = (columns: readonly string[]): Sql =>
  columns.length === 0
    ? raw('l.after')
    : sql`(select jsonb_object_agg(e.key, case when e.key = any(${columns}::text[]) and jsonb_typeof(e.value) = 'number' then to_jsonb(e.value #>> '{}') else e.value end) from jsonb_each(l.after) e)`

const ledgerRow = ([id, at, version, op, actor, source, operation, before, after, detail]: Row): LedgerRow => ({
  entry: {
    id: String(id),
    at: String(at),
    version: Number(version),
    op: String(op),
    actor: typeof actor === 'string' ? actor : null,
    source: String(source),
    operation: String(operation),
  },
  before: objectOr(before),
  after: objectOr(after),
  detail: objectOr(detail),
})

const objectOr = (value: unknown): JsonObject | undefined => (isObject(value) ? value : undefined)
