import { isObject, type Json } from '@telar/metadata'

export interface Reference {
  readonly id: string
  readonly label: string
}

/** A link to a record that the reader may not see: it is told that there is one, not which. */
export const isUnseen = (value: Json | undefined): boolean =>
  value !== undefined && isObject(value) && typeof value['id'] === 'string' && value['label'] === null

/** A link or person as it is read (`{id, label}`) or written (its id alone). */
export const referenceOf = (value: Json | undefined): Reference | null => {
  if (typeof value === 'string') return { id: value, label: '' }
  if (value === undefined || !isObject(value) || typeof value['id'] !== 'string') return null
  return { id: value['id'], label: typeof value['label'] === 'string' ? value['label'] : '' }
}
