import type { LabelOf, Reference } from '@telar/metadata'
import { type Row, rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import type { RecordReader, WireRecord } from '../storage/record-reader.ts'
import type { Caller } from './caller.ts'

/** Rows → records; labels of what composites name come from one more query for each module named. */
export const readRows = async (caller: Caller, reader: RecordReader, found: readonly Row[]): Promise<readonly WireRecord[]> => {
  const references = found.flatMap((row) => reader.references(row))
  const labelOf = references.length === 0 ? unknownLabel : await labelsOf(caller, references)
  return found.map((row) => reader.read(row, labelOf))
}

const unknownLabel: LabelOf = () => null

const labelsOf = async (caller: Caller, references: readonly Reference[]): Promise<LabelOf> => {
  const labels = new Map<string, string>()
  for (const [target, ids] of byTarget(caller, references)) {
    const { schema } = caller.snapshot.workspace
    const text = target === 'member' ? sql`name` : sql`label`
    const found = await rows(caller.database, sql`select id, ${text} from ${ident(schema, target)} where id = any(${[...ids]}::uuid[])`)
    for (const [id, label] of found) labels.set(String(id), String(label))
  }
  return (_field, id) => labels.get(id) ?? null
}

/** Ids by the table that knows their labels. */
const byTarget = (caller: Caller, references: readonly Reference[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const targets = new Map<string, Set<string>>()
  for (const { field, id } of references) {
    const table = field.storage.type === 'member' ? 'member' : caller.snapshot.model.modules.get(field.link?.module ?? '')?.table
    if (table === undefined) continue
    const ids = targets.get(table) ?? new Set()
    targets.set(table, ids.add(id))
  }
  return targets
}
