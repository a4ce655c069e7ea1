import { isObject, type JsonObject } from '../json.ts'
import type { Language, Text } from '../language.ts'
import type { FieldType } from './field-type.ts'

/** One setting of a field type: its schema with a title in every language. */
export const setting = (title: Text, schema: JsonObject): JsonObject => ({
  title: title.en,
  'x-titles': title,
  ...schema,
})

/** A list of records is named like a field, so that both can stand in a filter and in an address. */
export const inverseName: JsonObject = { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9]{0,59}$' }

/** The settings of a type as a schema in one language, ready for the form renderer. */
export const settingsIn = (type: FieldType, language: Language): JsonObject => ({
  ...type.settings,
  properties: Object.fromEntries(
    Object.entries(type.settings['properties'] ?? {}).map(([name, property]) => [name, inLanguage(property, language)]),
  ),
})

const inLanguage = (property: JsonObject, language: Language): JsonObject => {
  const { 'x-titles': titles, ...schema } = property
  const title = isObject(titles) ? titles[language] : undefined
  return title === undefined ? schema : { ...schema, title }
}
