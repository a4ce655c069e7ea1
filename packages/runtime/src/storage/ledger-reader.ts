import { type Database, keptRows, type Row, rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'

/** A place in the order in which followers read the ledger: by transaction, then by row. As text: both outgrow a number. */
export interface LedgerPlace {
  readonly tx: string
  readonly id: string
}

/** One row of the ledger as followers hear of it; `module` is the module's stable id. */
export interface LedgerChange {
  readonly place: LedgerPlace
  readonly module: string
  readonly record: string
  readonly version: number
  readonly op: string
  readonly operation: string
  readonly actor: string | null
}

export interface LedgerReading {
  readonly changes: readonly LedgerChange[]
  /** Where to go on; everything before it has been read. */
  readonly next: LedgerPlace
  /** No transaction before this one is still open. */
  readonly settled: string
  /** Whether there is more to be read at once. */
  readonly isPartial: boolean
}

/**
 * The rows after a place, no further than to the oldest transaction that is still open: a row of that one, written
 * long ago and committed late, would stand before rows that were read already (decisions.md 18).
 */
export const readChanges = async (
  database: Database,
  schema: string,
  { after, limit }: { readonly after: LedgerPlace; readonly limit: number },
): Promise<LedgerReading> => {
  const found = await keptRows(
    database,
    sql`select s.upto::text, l.tx::text, l.id::text, l.module, l.record, l.version, l.op, l.operation, l.actor
        from (select pg_snapshot_xmin(pg_current_snapshot()) as upto) s left join lateral (
          select * from ${ident(schema, 'ledger')} l
          where (l.tx, l.id) > (${after.tx}::xid8, ${after.id}::bigint) and l.tx < s.upto
          order by l.tx, l.id limit ${limit}
        ) l on true
        order by l.tx, l.id`,
  )
  const settled = String(found[0]?.[0])
  const changes = found.filter((row) => row[1] !== null).map(changeOf)
  const last = changes.at(-1)
  const isPartial = changes.length === limit && last !== undefined
  return { changes, settled, isPartial, next: isPartial ? last.place : { tx: settled, id: '0' } }
}

/** The place from which on everything is new: no transaction before it is still open. */
export const settledPlace = async (database: Database): Promise<LedgerPlace> => {
  const [row] = await rows(database, sql`select pg_snapshot_xmin(pg_current_snapshot())::text`)
  return { tx: String(row?.[0]), id: '0' }
}

const changeOf = ([, tx, id, module, record, version, op, operation, actor]: Row): LedgerChange => ({
  place: { tx: String(tx), id: String(id) },
  module: String(module),
  record: String(record),
  version: Number(version),
  op: String(op),
  operation: String(operation),
  actor: typeof actor === 'string' ? actor : null,
})

/** A place as the id of an event, and back. */
export const placeText = ({ tx, id }: LedgerPlace): string => `${tx}.${id}`

export const placeFrom = (text: string): LedgerPlace | undefined => {
  const found = /^(\d{1,19})\.(\d{1,18})$/.exec(text)
  return found === null ? undefined : { tx: found[1] ?? '0', id: found[2] ?? '0' }
}

export const isBefore = (one: LedgerPlace, other: LedgerPlace): boolean =>
  one.tx === other.tx ? BigInt(one.id) < BigInt(other.id) : BigInt(one.tx) < BigInt(other.tx)

/** The number that the next transaction will have. */
export const ledgerEnd = async (database: Database): Promise<bigint> => {
  const [row] = await rows(database, sql`select pg_snapshot_xmax(pg_current_snapshot())::text`)
  return BigInt(String(row?.[0]))
}
