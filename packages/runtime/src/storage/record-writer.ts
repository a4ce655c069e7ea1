import type { Cell, Cells, Json, Module } from '@telar/metadata'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'
import { onceBy, type Prepared, type Template, template } from '../database/template.ts'
import { authorColumns, type Column } from './columns.ts'
import { castTypes } from './primitives.ts'
import type { RecordReader } from './record-reader.ts'

/** What a write needs to know of the published version it works on; its statement tests it (decisions.md 17). */
export interface VersionGuard {
  readonly workspace: string
  readonly version: number
}

/** Who changes what, for the ledger. */
export interface LedgerEntry {
  readonly actor: string | null
  readonly source: string
  readonly operation: string
  /** A time in the past for imported history; otherwise the database's clock. */
  readonly at: string | null
}

/** Everything of a record that is written, computed and checked. */
export interface RecordRow {
  readonly id: string
  readonly cells: Cells
  readonly owner: string | null
  readonly team: string | null
  readonly label: string
  readonly search: string
  readonly extra: Json
}

export interface WritingPlace {
  readonly schema: string
  readonly module: Module
  /** Tables of link targets, by the link's column. */
  readonly targets: readonly { readonly column: string; readonly table: string }[]
}

/** Where, on which version, by whom, and how the written record is read back. */
export interface Writing {
  readonly place: WritingPlace
  readonly guard: VersionGuard
  readonly entry: LedgerEntry
  readonly reader: RecordReader
}

export interface InsertOptions {
  /** Gives no row instead of an error where a unique rule does not hold. */
  readonly isTentative?: boolean
}

/** Inserts the row and its ledger row in one statement; gives the read columns, or no row if a guard did not hold. */
export const insertRecord = (writing: Writing, row: RecordRow, { isTentative = false }: InsertOptions = {}): Prepared =>
  (isTentative ? tentativeInserts : inserts)(writing)({ ...writing, row })

interface Insertion extends Writing {
  readonly row: RecordRow
}

const insertTemplate = ({ place, reader }: Writing, isTentative: boolean): Template<Insertion> =>
  template((slot) => {
    const columns = authorColumns(place.module)
    const entry = entrySlots(slot)
    const cell = (name: string) => slot(({ row }) => row.cells[name] ?? null)
    return sql`
    with clock as (select coalesce(${entry.at}::timestamptz, clock_timestamp()) as at), w as (
      insert into ${ident(place.schema, place.module.table)}
        (id, version, created_at, created_by, updated_at, updated_by, owner_id, team_id, label, search, extra${join(
          columns.map((column) => sql`, ${ident(column.name)}`),
          '',
        )})
      select ${slot(({ row }) => row.id)}::uuid, 1, clock.at, ${entry.actor}::uuid, clock.at, ${entry.actor}::uuid,
        ${slot(({ row }) => row.owner)}::uuid, ${slot(({ row }) => row.team)}::uuid, ${slot(({ row }) => row.label)}, ${slot(({ row }) => row.search)},
        ${slot(({ row }) => jsonParameter(row.extra))}::jsonb${join(
          columns.map(
            (column) => sql`, ${slot(({ row }) => parameter(column, row.cells))}::${raw(castTypes[column.primitive])}`,
          ),
          '',
        )}
      from clock, telar.workspace g
      where g.id = ${entry.workspace}::uuid and g.published = ${entry.version}::integer${targetsExist(place, cell, false)}
      ${raw(isTentative ? 'on conflict do nothing' : '')} returning *
    ), l as (
      insert into ${ident(place.schema, 'ledger')} (at, module, record, version, op, actor, source, operation, after)
      select w.updated_at, ${place.module.id}, w.id, w.version, 'create', ${entry.actor}::uuid, ${entry.source}, ${entry.operation}::uuid, ${ledgerImage('w')} from w
    )
    select ${reader.select} from w t ${reader.joins}`
  })

/** A statement's text depends on the module and on how it is read back; a reader belongs to one of both. */
const readerOf = ({ reader }: Writing): RecordReader => reader

const inserts = onceBy(readerOf, (writing) => insertTemplate(writing, false))
const tentativeInserts = onceBy(readerOf, (writing) => insertTemplate(writing, true))

/** What every write of records carries. */
const entrySlots = (slot: (read: (writing: Writing) => unknown) => unknown) => ({
  at: slot(({ entry }) => entry.at),
  actor: slot(({ entry }) => entry.actor),
  source: slot(({ entry }) => entry.source),
  operation: slot(({ entry }) => entry.operation),
  workspace: slot(({ guard }) => guard.workspace),
  version: slot(({ guard }) => guard.version),
})

/** Replaces the row's values if it still has the version that was read, with its ledger row, in one statement. */
export const updateRecord = (writing: Writing, row: ChangedRow): Prepared => updates(writing)({ ...writing, row })

/** A row with the version it was read in and the old values of what changes. */
export interface ChangedRow extends RecordRow {
  readonly version: number
  readonly before: Json
}

const updateTemplate = ({ place, reader }: Writing): Template<Writing & { readonly row: ChangedRow }> =>
  template((slot) => {
    const columns = authorColumns(place.module)
    const entry = entrySlots(slot)
    const cell = (name: string) => slot(({ row }) => row.cells[name] ?? null)
    return sql`
    with w as (
      update ${ident(place.schema, place.module.table)} t set
        version = t.version + 1,
        updated_at = greatest(coalesce(${entry.at}::timestamptz, clock_timestamp()), t.updated_at + interval '1 microsecond'),
        updated_by = ${entry.actor}::uuid, owner_id = ${slot(({ row }) => row.owner)}::uuid, team_id = ${slot(({ row }) => row.team)}::uuid,
        label = ${slot(({ row }) => row.label)}, search = ${slot(({ row }) => row.search)}, extra = ${slot(({ row }) => jsonParameter(row.extra))}::jsonb${join(
          columns.map(
            (column) =>
              sql`, ${ident(column.name)} = ${slot(({ row }) => parameter(column, row.cells))}::${raw(castTypes[column.primitive])}`,
          ),
          '',
        )}
      from telar.workspace g
      where t.id = ${slot(({ row }) => row.id)}::uuid and t.version = ${slot(({ row }) => row.version)}::integer and t.deleted_at is null
        and g.id = ${entry.workspace}::uuid and g.published = ${entry.version}::integer${targetsExist(place, cell, true)}
      returning t.*
    ), l as (
      insert into ${ident(place.schema, 'ledger')} (at, module, record, version, op, actor, source, operation, before, after)
      select w.updated_at, ${place.module.id}, w.id, w.version, 'update', ${entry.actor}::uuid, ${entry.source}, ${entry.operation}::uuid,
        ${slot(({ row }) => jsonParameter(row.before))}::jsonb, ${ledgerImage('w')} from w
    )
    select ${reader.select} from w t ${reader.joins}`
  })

const updates = onceBy(readerOf, updateTemplate)

/** Marks rows that are held deleted (or alive again) with their ledger rows. `mark` ties a cascade together so that restore brings back exactly those. */
export const markDeleted = (
  { place, guard, entry }: Writing,
  target: { readonly ids: readonly string[]; readonly deleted: boolean; readonly mark: string | null },
): Sql => {
  const at = sql`greatest(coalesce(${entry.at}::timestamptz, clock_timestamp()), t.updated_at + interval '1 microsecond')`
  return sql`
    with w as (
      update ${ident(place.schema, place.module.table)} t set
        version = t.version + 1, updated_at = ${at}, updated_by = ${entry.actor}::uuid,
        deleted_at = ${target.deleted ? at : raw('null')}, deleted_op = ${target.deleted ? target.mark : null}::uuid
      from telar.workspace g
      where t.id = any(${target.ids}::uuid[]) and (t.deleted_at is null) = ${target.deleted}
        and g.id = ${guard.workspace}::uuid and g.published = ${guard.version}::integer
      returning t.*
    ), l as (
      insert into ${ident(place.schema, 'ledger')} (at, module, record, version, op, actor, source, operation, before, after)
      select w.updated_at, ${place.module.id}, w.id, w.version, ${target.deleted ? 'delete' : 'restore'}, ${entry.actor}::uuid, ${entry.source},
        ${entry.operation}::uuid, '{}'::jsonb, ${ledgerImage('w')} from w
    )
    select w.version from w`
}

/** The whole row keyed by physical column, without what is derived for search. */
export const ledgerImage = (alias: string): Sql => sql`to_jsonb(${raw(alias)}) - 'search'`

const parameter = (column: Column, cells: Cells): Cell => {
  const value = cells[column.name] ?? null
  return column.primitive === 'json' ? jsonParameter(value) : value
}

const jsonParameter = (value: Json): string | null => (value === null ? null : JSON.stringify(value))

/**
 * Every link names a living record; on an update only those that change have to. The record is held until the write is
 * done: one who deletes it at the same moment waits, and then finds who links to it.
 */
const targetsExist = (place: WritingPlace, cell: (column: string) => unknown, changedOnly: boolean): Sql =>
  join(
    place.targets.map(({ column, table }) => {
      const value = sql`${cell(column)}::uuid`
      const unchanged = changedOnly ? sql`t.${ident(column)} is not distinct from ${value}` : sql`${value} is null`
      const empty = changedOnly ? sql` or ${value} is null` : raw('')
      return sql` and (${unchanged}${empty} or exists (select from ${ident(place.schema, table)} x where x.id = ${value} and x.deleted_at is null for share))`
    }),
    '',
  )
