import { isTelarError, type RecordData, type Records } from '@telar/client'
import { sameJson, type Json, type JsonObject } from '@telar/metadata'
import { writtenRecord, writtenValue } from '@telar/ui'

/** Fields that somebody else changed meanwhile to something else than what is written now. */
export interface Conflict {
  readonly current: RecordData
  readonly mine: JsonObject
  readonly fields: readonly string[]
}

/** Which of the contested values to keep; null = let everything be as it is now. */
export type Resolve = (conflict: Conflict) => Promise<JsonObject | null>

interface Change {
  readonly records: Pick<Records, 'update' | 'get'>
  /** The record as it was read when the change was made. */
  readonly before: RecordData
  readonly changes: JsonObject
  readonly resolve: Resolve
}

/**
 * Saves changed fields. A record that somebody else changed in the meantime is merged field by field; only a field that
 * both changed is asked about.
 */
export const saveChanges = async ({ records, before, changes, resolve }: Change): Promise<RecordData> => {
  try {
    return await records.update(before.id, before.version, writtenRecord(changes))
  } catch (error) {
    if (!isTelarError(error) || error.code !== 'VERSION_STALE') throw error
  }
  const current = await records.get(before.id)
  const fields = contested(before, current, changes)
  const chosen = fields.length === 0 ? changes : await resolve({ current, mine: changes, fields })
  if (chosen === null || Object.keys(chosen).length === 0) return current
  return saveChanges({ records, before: current, changes: chosen, resolve })
}

const contested = (before: JsonObject, current: JsonObject, changes: JsonObject): readonly string[] =>
  Object.keys(changes).filter((name) => !same(current[name], before[name]) && !same(current[name], changes[name]))

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  sameJson(writtenValue(a ?? null), writtenValue(b ?? null))
