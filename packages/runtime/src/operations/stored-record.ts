import { columnOf, type Cells, type Field, type Json, partsOf, sameJson } from '@telar/metadata'
import type { ServedModule } from '../snapshot/snapshot.ts'
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
  const own = Object.fromEntries(partsOf(field).map((part) => [part, cells[columnOf(field, part)] ?? null]))
  if (Object.values(own).every((cell) => cell === null)) return null
  return field.type.normalise(
    field.type.read(own, field, () => null),
    field,
  )
}

interface Change {
  readonly state: RecordState
  readonly stored: WrittenRecord
  readonly written: WrittenRecord
}

/** A value that nobody changed stays stored as it was: money keeps its worth at the rate of its own write. */
export const keepUnchanged = (served: ServedModule, { state, stored, written }: Change, row: RecordRow): RecordRow => {
  const cells = { ...row.cells }
  for (const field of served.module.fields.values()) {
    if (!sameJson(stored.values.get(field.name) ?? null, written.values.get(field.name) ?? null)) continue
    for (const part of partsOf(field)) cells[columnOf(field, part)] = state.cells[columnOf(field, part)] ?? null
  }
  return { ...row, cells }
}
