import type { Field } from '@telar/metadata'
import { readingOf } from '../access/reading.ts'
import type { Caller } from './caller.ts'

/** The table that holds what a link or user field names, and the column that says how it is called. */
export interface ReferenceTarget {
  readonly table: string
  readonly label: 'label' | 'name'
  /** People who left are still known by their name; deleted records count as missing. */
  readonly isPeople: boolean
}

/** What of a link or user field says where it leads. */
export type LeadingField = Pick<Field, 'storage' | 'link'>

export const referenceTarget = (caller: Caller, field: LeadingField): ReferenceTarget | undefined => {
  if (field.storage.type === 'directory') return { table: field.storage.table, label: 'name', isPeople: true }
  const module = readingOf(caller.snapshot, caller.access).model.modules.get(field.link?.module ?? '')
  return module === undefined ? undefined : { table: module.table, label: 'label', isPeople: false }
}
