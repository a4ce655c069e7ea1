import { type Field, type Json, renderLabel, type TextContext } from '@telar/metadata'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { WrittenRecord } from './written-record.ts'

/** What the record is called and under which words it is found. */
export const labelAndSearch = (
  served: ServedModule,
  written: WrittenRecord,
  context: TextContext,
): { readonly label: string; readonly search: string } => {
  const readValue = (field: Field): Json => {
    const value = written.values.get(field.name) ?? null
    return value === null || field.storage.type !== 'columns'
      ? null
      : field.type.read(field.type.store(value, field), field, () => null)
  }
  const label = renderLabel(served.module.label, (name) => {
    const field = served.module.fields.get(name)
    const value = field === undefined ? null : readValue(field)
    return field === undefined || value === null ? '' : field.type.toLabel(value, field, context)
  })
  const words = [...served.module.fields.values()].flatMap((field) => {
    const value = field.searchable ? readValue(field) : null
    return value === null ? [] : [field.type.searchText(value, field)]
  })
  return { label, search: [...new Set([label, ...words])].join('\n').slice(0, 8000) }
}
