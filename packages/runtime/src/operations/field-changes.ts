import { columnOf, type Field, type Json, type JsonObject, type LabelOf, partsOf } from '@telar/metadata'
import type { ReadModule } from '../snapshot/snapshot.ts'
import type { Readable } from './caller.ts'
import type { LedgerRow } from './read-ledger.ts'
import { labelsOf } from './resolved-labels.ts'

export interface FieldChange {
  readonly field: string
  /** As they are read; records and people with the label they have today. */
  readonly before: Json
  readonly after: Json
}

/** Old and new values of what each row of the ledger touched; fields that are kept off the timeline or hidden are left out. */
export const fieldChanges = async (
  { caller, served }: Readable,
  shows: (field: string) => boolean,
  history: readonly LedgerRow[],
): Promise<readonly (readonly FieldChange[])[]> => {
  const touched = history.map((row) => touchedFields(served, row).filter(({ field }) => shows(field.name)))
  const labelOf = await labelsOf(
    caller,
    touched.flatMap((changes) =>
      changes.flatMap(({ field, before, after }) => [before, after].flatMap((cells) => referencesIn(field, cells))),
    ),
  )
  return touched.map((changes) =>
    changes.map(({ field, before, after }) => ({
      field: field.name,
      before: valueIn(field, before, labelOf),
      after: valueIn(field, after, labelOf),
    })),
  )
}

type PartCells = Readonly<Record<string, Json>>

interface TouchedField {
  readonly field: Field
  readonly before: PartCells
  readonly after: PartCells
}

const touchedFields = (served: ReadModule, { entry, before, after }: LedgerRow): readonly TouchedField[] => {
  if (after === undefined) return []
  const isCreation = entry.op === 'create'
  return timelineFields(served).flatMap((field) => {
    const old = isCreation ? {} : partCells(field, { ...after, ...before })
    const now = partCells(field, after)
    const columns = partsOf(field).map((part) => columnOf(field, part))
    const isTouched = isCreation
      ? Object.values(now).some((cell) => cell !== null)
      : columns.some((column) => before !== undefined && column in before)
    return isTouched ? [{ field, before: old, after: now }] : []
  })
}

/** What a person sees of a record's story: the author's fields, its owner and team. */
const timelineFields = ({ module }: ReadModule): readonly Field[] =>
  [...module.fields.values(), ...[...module.systemFields.values()].filter((field) => !field.readOnly)].filter(
    (field) => field.timeline && field.storage.type !== 'links',
  )

const partCells = (field: Field, image: JsonObject): PartCells =>
  Object.fromEntries(partsOf(field).map((part) => [part, image[columnOf(field, part)] ?? null]))

const isBlank = (cells: PartCells): boolean => Object.values(cells).every((cell) => cell === null)

const referencesIn = (field: Field, cells: PartCells) => {
  const [value] = Object.values(cells)
  return value === undefined || value === null ? [] : field.type.references(value, field)
}

/** People of the system fields are plain ids, as in the record itself. */
const valueIn = (field: Field, cells: PartCells, labelOf: LabelOf): Json => {
  if (isBlank(cells)) return null
  return field.system ? (Object.values(cells)[0] ?? null) : field.type.read(cells, field, labelOf)
}
