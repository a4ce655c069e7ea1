import { applyRules, type Cell, type Cells, type Field, type Json, type JsonObject, type Module } from '@telar/metadata'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { columnsOf } from '../storage/columns.ts'

/** A record in written form by wire name, links as ids; `extra` is what a foreign schema allows besides. */
export interface WrittenRecord {
  readonly values: ReadonlyMap<string, Json>
  readonly extra: JsonObject
}

/** A written value in the form that is checked and stored; in Telar's own modules an empty text is no value. */
export const normalised = (module: Module, field: Field, value: Json): Json => {
  const normal = value === null ? null : field.type.normalise(value, field)
  return normal === '' && module.emptyText === 'null' ? null : normal
}

/** Fills what the caller left out with the fields' constant defaults. */
export const withDefaults = (served: ServedModule, written: WrittenRecord): WrittenRecord => {
  const values = new Map(written.values)
  for (const field of served.module.fields.values()) {
    if (values.has(field.name) || field.storage.type === 'links') continue
    values.set(field.name, normalised(served.module, field, hasDefault(field) ? (field.default ?? null) : null))
  }
  return { ...written, values }
}

/** A foreign schema's defaults are remarks: one of an object may well be no valid one. */
const hasDefault = (field: Field): boolean =>
  field.default !== undefined && (field.origin === 'telar' || typeof field.default !== 'object')

/** A change laid over a record. What a foreign schema allows besides is gone when it is set to null. */
export const withChanges = (stored: WrittenRecord, input: WrittenRecord): WrittenRecord => ({
  values: new Map([...stored.values, ...input.values]),
  extra: Object.fromEntries(
    Object.entries({ ...stored.extra, ...input.extra }).filter(([name]) => input.extra[name] !== null),
  ),
})

/** Runs the module's before-save rules over the record in the names of its author. */
export const withRules = (served: ServedModule, written: WrittenRecord): WrittenRecord => {
  if (served.module.rules.length === 0) return written
  const record = applyRules(
    served.module.rules,
    documentOf(served, written, () => true),
  )
  const values = new Map(written.values)
  for (const [property, value] of Object.entries(record)) {
    const field = served.byProperty.get(property)
    if (field !== undefined) values.set(field.name, normalised(served.module, field, value))
  }
  return { ...written, values }
}

/** The record as its schema knows it: by property names, empties left out unless the schema speaks of null. */
export const documentOf = (
  served: ServedModule,
  written: WrittenRecord,
  keeps: (field: Field, value: Json) => boolean,
): JsonObject => {
  const entries: (readonly [string, Json])[] = Object.entries(written.extra)
  for (const field of served.module.fields.values()) {
    const value = written.values.get(field.name)
    if (value !== undefined && keeps(field, value)) entries.push([field.property, value])
  }
  return Object.fromEntries(entries)
}

/** Values by physical column, of all fields or of some; what is empty may be missing. */
export const cellsOf = (served: ServedModule, written: WrittenRecord, only?: ReadonlySet<string>): Cells => {
  const cells: Record<string, Cell> = {}
  for (const field of served.module.fields.values()) {
    const value = written.values.get(field.name) ?? null
    if (value === null || field.storage.type === 'links' || only?.has(field.name) === false) continue
    const stored = field.type.store(value, field)
    for (const { name, part } of columnsOf(field)) cells[name] = stored[part] ?? null
  }
  return cells
}
