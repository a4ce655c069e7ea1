import { type Cell, type Cells, type Field, type Json, sameJson } from '@telar/metadata'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { columnsOf } from '../storage/columns.ts'
import type { RecordState } from '../storage/record-state.ts'
import type { RecordRow } from '../storage/record-writer.ts'
import type { WrittenRecord } from './written-record.ts'

/** A stored record brought back to written form, so that a change can be laid over it and the whole be checked. */
export const writtenFrom = (served: ServedModule, state: RecordState): WrittenRecord => {
  const values = new Map<string, Json>()
  for (const field of served.module.fields.values()) {
    if (field.storage.type !== 'links') values.set(field.name, writtenValue(field, state.cells))
  }
  values.set('ownerId', state.owner)
  values.set('teamId', state.team)
  return { values, extra: state.extra }
}

const writtenValue = (field: Field, cells: Cells): Json => {
  const own: Record<string, Cell> = {}
  let isEmpty = true
  for (const { name, part } of columnsOf(field)) {
    const cell = cells[name] ?? null
    own[part] = cell
    if (cell !== null) isEmpty = false
  }
  if (isEmpty) return null
  return field.type.normalise(
    field.type.read(own, field, () => null),
    field,
  )
}

/** Names of the fields whose values differ. */
export const changedFields = (stored: WrittenRecord, written: WrittenRecord): ReadonlySet<string> => {
  const changed = new Set<string>()
  for (const [name, value] of written.values) {
    if (!sameJson(value, stored.values.get(name) ?? null)) changed.add(name)
  }
  return changed
}

interface Change {
  readonly state: RecordState
  readonly changed: ReadonlySet<string>
}

/** A value that nobody changed stays stored as it was: money keeps its worth at the rate of its own write. */
export const keepUnchanged = (served: ServedModule, { state, changed }: Change, row: RecordRow): RecordRow => {
  const cells = { ...row.cells }
  for (const field of served.module.fields.values()) {
    if (changed.has(field.name)) continue
    for (const { name } of columnsOf(field)) cells[name] = state.cells[name] ?? null
  }
  return { ...row, cells }
}
