import type { LabelOf } from '@telar/metadata'
import { readingOf } from '../access/reading.ts'
import { type Row, rows } from '../database/pool.ts'
import { raw, sql } from '../database/sql.ts'
import type { RecordReader, WireRecord } from '../storage/record-reader.ts'
import type { RecordTables } from '../storage/record-tables.ts'
import type { Caller } from './caller.ts'
import { type LeadingField, type ReferenceTarget, referenceTarget } from './reference-target.ts'

/** Rows → records; labels of what composites name come from one more query for each module named. */
export const readRows = async (
  caller: Caller,
  reader: RecordReader,
  found: readonly Row[],
): Promise<readonly WireRecord[]> => {
  const labelOf = await labelsOf(
    caller,
    found.flatMap((row) => reader.references(row)),
    reader.tables,
  )
  return found.map((row) => reader.read(row, labelOf))
}

/** How records and people are called, in one query for each table. */
export const labelsOf = async (
  caller: Caller,
  references: readonly NamedThing[],
  tables: RecordTables = readingOf(caller.snapshot, caller.access).tables,
): Promise<LabelOf> => {
  const labels = new Map<string, string>()
  for (const { target, ids } of byTable(caller, references)) {
    const found = await rows(
      caller.database,
      sql`select x.id, x.${raw(target.label)} from unnest(${[...ids]}::uuid[]) i(id) join ${tables.records(target.table, raw('i.id'))} x on x.id = i.id`,
    )
    for (const [id, label] of found) labels.set(String(id), String(label))
  }
  return (_field, id) => labels.get(id) ?? null
}

/** A record or person by its id, and a field that leads to its table. */
export interface NamedThing {
  readonly field: LeadingField
  readonly id: string
}

/** References by the table that knows what they name. */
export interface WantedIds {
  readonly target: ReferenceTarget
  readonly ids: Set<string>
}

export const byTable = (caller: Caller, references: readonly NamedThing[]): Iterable<WantedIds> => {
  const tables = new Map<string, WantedIds>()
  for (const { field, id } of references) {
    const target = referenceTarget(caller, field)
    if (target === undefined) continue
    const wanted = tables.get(target.table) ?? { target, ids: new Set() }
    wanted.ids.add(id)
    tables.set(target.table, wanted)
  }
  return tables.values()
}
