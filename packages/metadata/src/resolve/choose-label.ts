import type { LabelTemplate } from '../label-template.ts'
import type { Field } from '../model.ts'

/** Names that people give to the field that names a thing, best first. */
const telling = ['name', 'title', 'label', 'fullName', 'displayName', 'subject', 'number', 'code', 'key', 'id_', 'slug', 'email']

/** The field that names a record of a schema whose author did not say: a telling name, else the first required text, else the first text. */
export const chooseLabel = (fields: readonly Field[]): LabelTemplate => {
  const texts = fields.filter((field) => field.type.searchedByDefault || field.type.group === 'text')
  const byName = telling.flatMap((name) => fields.filter((field) => field.name.toLowerCase() === name.toLowerCase() && field.type.group !== 'structure'))
  const chosen = byName[0] ?? texts.find((field) => field.required) ?? texts[0] ?? fields.find((field) => field.type.group !== 'structure') ?? fields[0]
  return chosen === undefined ? [] : [{ field: chosen.name }]
}
