import { renderLabel, type Json, type ModuleView } from '@telar/metadata'
import { textOf } from '../views/text-of.ts'
import type { Reader } from '../views/view.ts'

/** The label of a record from its own fields; the module's name when they are empty or not readable. */
export const recordLabel = (module: ModuleView, record: Readonly<Record<string, Json>>, reader: Reader): string => {
  const label = renderLabel(module.label, (name) => {
    const field = module.fields[name]
    return field === undefined ? '' : textOf(field, record[name], reader)
  })
  return label === '' ? module.title : label
}
