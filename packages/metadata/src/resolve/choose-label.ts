import { listAt } from '../json.ts'
import type { LabelTemplate } from '../label-template.ts'
import type { Field } from '../model.ts'

/** Names that people give to the field that names a thing, best first. */
const telling = [
  'name',
  'title',
  'label',
  'fullName',
  'displayName',
  'subject',
  'number',
  'code',
  'key',
  'id_',
  'slug',
  'email',
]

/**
 * The field that names a record of a schema whose author did not say: a telling name, else the first required text,
 * else the first text, else the composite that has one. A link names another record and has no text of its own.
 */
export const chooseLabel = (all: readonly Field[]): LabelTemplate => {
  const fields = all.filter((field) => field.storage.type === 'columns' && isAboutTheThing(field))
  const texts = fields.filter((field) => field.type.searchedByDefault || field.type.group === 'text')
  const chosen =
    named(fields.filter((field) => field.type.group !== 'structure'))[0] ??
    texts.find((field) => field.required) ??
    texts[0] ??
    named(fields.filter((field) => field.children.size === 0))[0] ??
    fields.find((field) => named([...field.children.values()]).length > 0) ??
    fields.find((field) => field.type.group !== 'structure') ??
    fields[0] ??
    all.find((field) => field.storage.type === 'columns')
  return chosen === undefined ? [] : [{ field: chosen.name }]
}

const named = (fields: readonly Field[]): readonly Field[] =>
  telling.flatMap((name) => fields.filter((field) => field.name.toLowerCase() === name.toLowerCase()))

/** Words about the document itself (`$schema`), and what is the same on every record, name nothing. */
const isAboutTheThing = ({ name, schema }: Field): boolean =>
  !name.startsWith('$') && schema['const'] === undefined && (listAt(schema, 'enum') ?? []).length !== 1
