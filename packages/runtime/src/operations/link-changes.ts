import { type Field, isObject, type Json, type JsonObject, objectAt, readComposite, stringAt } from '@telar/metadata'
import type { Reading } from '../access/reading.ts'
import type { ReadModule } from '../snapshot/snapshot.ts'
import type { Readable } from './caller.ts'
import { attributeReferences } from './link-attributes.ts'
import { nameFrom } from './link-way.ts'
import type { LedgerRow } from './read-ledger.ts'
import { labelsOf } from './resolved-labels.ts'

/** Which link each row of the ledger made or undid, as this record's side calls it; null for all other rows, and for links to what the caller may not see. */
export const linkChanges = async (
  { caller, reading }: Readable,
  shows: (field: string) => boolean,
  history: readonly LedgerRow[],
): Promise<readonly Json[]> => {
  const changes = history.map((row) => linkChange(reading, shows, row))
  const labelOf = await labelsOf(caller, changes.flatMap(referencesIn))
  return changes.map((change) =>
    change === undefined || labelOf(change.field, change.to) === null
      ? null
      : {
          link: change.link,
          module: change.module,
          record: { id: change.to, label: labelOf(change.field, change.to) },
          attributes: readComposite(change.attributes, change.field.children, labelOf),
        },
  )
}

const referencesIn = (change: LinkChange | undefined) =>
  change === undefined
    ? []
    : [{ field: change.towards, id: change.to }, ...attributeReferences(change.field, change.attributes)]

interface LinkChange {
  readonly link: string
  readonly module: string
  readonly field: Field
  /** A field that leads to the module of the other record. */
  readonly towards: Pick<Field, 'storage' | 'link'>
  readonly to: string
  readonly attributes: JsonObject
}

/** Undefined too when the field is gone from the definition: then nothing tells any more what it was called. */
const linkChange = (
  reading: Reading,
  shows: (field: string) => boolean,
  { entry, detail }: LedgerRow,
): LinkChange | undefined => {
  if (!['link', 'unlink'].includes(entry.op) || !isObject(detail)) return undefined
  const end = detail['end'] === 'to' ? 'to' : 'from'
  const found = fieldOf(reading, stringAt(detail, 'field') ?? '')
  const to = stringAt(detail, 'to')
  if (found === undefined || to === undefined || (end === 'from' && !shows(found.field.name))) return undefined
  const { owner, field } = found
  const module = end === 'from' ? (field.link?.module ?? '') : owner.module.name
  return {
    link: nameFrom(end, owner.module.name, field),
    module,
    field,
    towards: { storage: { type: 'link' }, link: { module, inverse: undefined, onDelete: 'restrict' } },
    to,
    attributes: attributesIn(detail),
  }
}

const attributesIn = (detail: JsonObject): JsonObject => objectAt(detail, 'attributes') ?? {}

const fieldOf = (reading: Reading, id: string): { readonly owner: ReadModule; readonly field: Field } | undefined => {
  for (const owner of reading.modules.values()) {
    const field = [...owner.module.fields.values()].find((one) => one.id === id)
    if (field !== undefined) return { owner, field }
  }
  return undefined
}
