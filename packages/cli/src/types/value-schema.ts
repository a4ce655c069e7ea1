import { type Field, isList, isObject, type Json, type JsonObject, objectAt } from '@telar/metadata'

/** Whether types are made for what is read or for what is written. */
export type Direction = 'read' | 'write'

/** A field's value on the wire as a schema that json-schema-to-typescript understands. */
export const valueSchema = (field: Field, direction: Direction): JsonObject => {
  if (field.storage.type === 'link' || field.storage.type === 'directory')
    return { tsType: field.system ? 'string' : linkTypes[direction] }
  return withChildren(plain(field.type.valueSchema(field)), field, direction)
}

const linkTypes = { read: 'Link', write: 'LinkInput' } as const satisfies Record<Direction, string>

/** What stands at the head of the file. */
export const linkDeclarations = [
  '/** A linked record or person, as it is read. */',
  'export interface Link {',
  '  id: string',
  '  label: string | null',
  '}',
  '',
  '/** A linked record or person, as it is written: its id, or what was read. */',
  'export type LinkInput = string | { id: string; label?: string | null }',
]

/** Fields inside a composite value, or inside the items of a list of them, have forms of their own. */
const withChildren = (schema: JsonObject, field: Field, direction: Direction): JsonObject => {
  if (field.children.size === 0 || field.storage.type !== 'columns') return schema
  const items = objectAt(schema, 'items')
  if (items !== undefined) return { ...schema, items: withChildren(items, field, direction) }
  const properties = [...field.children.values()].map((child): readonly [string, JsonObject] => [
    child.property,
    { ...valueSchema(child, direction), ...described(child) },
  ])
  return { ...schema, properties: { ...objectAt(schema, 'properties'), ...Object.fromEntries(properties) } }
}

/** What a person reads over a field: its title, and its help. */
export const described = ({ title, help }: Pick<Field, 'title' | 'help'>): { readonly description: string } => ({
  description: (help === '' ? title : `${title}: ${help}`).replaceAll('*/', '* /'),
})

/** Words that hold schemas by name: what stands in them is data, not words. */
const named = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'])

/** Words that say nothing about a type, or would name it. */
const silent = new Set([
  'title',
  '$id',
  '$anchor',
  '$dynamicAnchor',
  '$schema',
  '$comment',
  'default',
  'examples',
  'if',
  'then',
  'else',
  'format',
  'not',
])

/** A schema with only what decides its type. */
export const plain = (schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).flatMap(([word, value]): readonly (readonly [string, Json])[] => {
      if (silent.has(word) || word.startsWith('x-')) return []
      if (word === 'enum' || word === 'const' || word === 'required') return [[word, value]]
      if (word === 'description') return typeof value === 'string' ? [[word, value.replaceAll('*/', '* /')]] : []
      if (named.has(word) && isObject(value)) return [[word, mapObject(value)]]
      return [[word, plainValue(value)]]
    }),
  )

const mapObject = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainValue(part)]))

const plainValue = (value: Json): Json => {
  if (isList(value)) return value.map(plainValue)
  return isObject(value) ? plain(value) : value
}
