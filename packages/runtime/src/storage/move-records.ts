import type { Module } from '@telar/metadata'
import { type Database, rows, run } from '../database/pool.ts'
import { ident, join, raw, sql } from '../database/sql.ts'
import { ledgerImage, type Writing } from './record-writer.ts'

/** A column that names a person or a team, and whom it shall name instead. */
export interface Move {
  readonly column: string
  readonly from: string
  readonly to: string
  /** Records in the bin as well. */
  readonly isDeletedToo: boolean
}

/** Records that one statement changes at most. */
const batch = 2000

/**
 * Makes every record that names one name another, each with its ledger row, as an update of it would; inside a
 * transaction, a batch at a time. Gives the number of records.
 */
export const moveRecords = async (
  database: Database,
  { place, guard, entry }: Omit<Writing, 'reader'>,
  move: Move,
): Promise<number> => {
  const table = ident(place.schema, place.module.table)
  const column = ident(move.column)
  const living = raw(move.isDeletedToo ? '' : ' and deleted_at is null')
  let last = '00000000-0000-0000-0000-000000000000'
  for (let moved = 0; ;) {
    const [found] = await rows(
      database,
      sql`
      with chosen as (
        select id from ${table} where ${column} = ${move.from}::uuid and id > ${last}::uuid${living} order by id limit ${batch} for update
      ), w as (
        update ${table} t set
          version = t.version + 1, updated_by = ${entry.actor}::uuid, ${column} = ${move.to}::uuid,
          updated_at = greatest(coalesce(${entry.at}::timestamptz, clock_timestamp()), t.updated_at + interval '1 microsecond')
        from chosen, telar.workspace g
        where t.id = chosen.id and g.id = ${guard.workspace}::uuid and g.published = ${guard.version}::integer
        returning t.*
      ), l as (
        insert into ${ident(place.schema, 'ledger')} (at, module, record, version, op, actor, source, operation, before, after)
        select w.updated_at, ${place.module.id}, w.id, w.version, 'update', ${entry.actor}::uuid, ${entry.source}, ${entry.operation}::uuid,
          jsonb_build_object(${move.column}::text, ${move.from}::text), ${ledgerImage('w')} from w
      )
      select (select count(*) from w), (select id from chosen order by id desc limit 1)`,
    )
    const [count, reached] = found ?? []
    moved += Number(count)
    if (typeof reached !== 'string' || Number(count) < batch) return moved
    last = reached
  }
}

/** Asked for before any row is held: whoever publishes waits for all of it, not for a part that waits for him. */
export const lockTables = async (
  database: Database,
  places: readonly { readonly schema: string; readonly module: Pick<Module, 'table'> }[],
): Promise<void> => {
  if (places.length === 0) return
  const tables = join(places.map(({ schema, module }) => ident(schema, module.table)))
  await run(database, sql`lock table ${tables} in row exclusive mode`)
}

/** Columns of a module that name a person or a team of the workspace's own. */
export const columnsNaming = (module: Module, table: 'member' | 'team'): readonly string[] =>
  [...module.fields.values(), ...module.systemFields.values()].flatMap(({ storage, column }) =>
    storage.type === 'directory' && storage.table === table ? [column] : [],
  )
