import type { FieldView, Json } from '@telar/metadata'
import type { Reader, View, Views } from './view.ts'

/** The view a field asks for; a name this build does not know yet is shown as text. */
export const viewOf = (views: Views, field: FieldView): View => {
  const known: Readonly<Record<string, View>> = views
  return known[field.view] ?? views.text
}

/** A value in plain words; `''` for an empty one. */
export const textOf = (field: FieldView, value: Json | undefined, reader: Reader): string =>
  value === null || value === undefined ? '' : viewOf(reader.views, field).text(value, field, reader)
