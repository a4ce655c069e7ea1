import { isList, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Field, Module } from '../../model.ts'
import type { Localise } from '../localise.ts'
import { listOfSchema, objectWith, ref } from './operation.ts'

/** Names of a module's schemas. A hyphen before a digit stays one, so that `a-1` and `a1` are two. */
export const schemaNames = (module: Module) => {
  const name = module.name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const own = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return { read: `${own}Record`, create: `${own}Create`, change: `${own}Change`, list: `${own}List` }
}

/** How the records of a module are read and written. */
export const recordSchemas = (module: Module, say: Localise): JsonObject => {
  const names = schemaNames(module)
  const fields = [...module.fields.values()].filter((field) => field.storage.type !== 'links')
  const system = [...module.systemFields.values()]
  const isOpen = module.extras === 'kept'
  const properties = writtenProperties(
    [...fields.filter(isWritable), ...system.filter((field) => !field.readOnly)],
    say,
  )
  return {
    [names.read]: {
      type: 'object',
      title: say(module.id, module.title),
      required: ['id', 'version'],
      properties: Object.fromEntries([...system, ...fields].map((field) => [field.name, readSchema(field, say)])),
      ...(isOpen ? {} : { additionalProperties: false }),
    },
    [names.create]: {
      type: 'object',
      properties,
      ...requiredOf(fields),
      ...(isOpen ? {} : { additionalProperties: false }),
    },
    [names.change]: { type: 'object', properties, ...(isOpen ? {} : { additionalProperties: false }) },
    [names.list]: {
      ...objectWith({ records: listOfSchema(ref(names.read)), next: { type: ['string', 'null'] } }),
      properties: {
        records: listOfSchema(ref(names.read)),
        next: { type: ['string', 'null'] },
        count: ref('Count'),
      },
    },
  }
}

const isWritable = (field: Field): boolean => field.type.numbering === undefined

const requiredOf = (fields: readonly Field[]): JsonObject => {
  const required = fields
    .filter((field) => field.required && field.default === undefined && isWritable(field))
    .map(({ name }) => name)
  return required.length === 0 ? {} : { required }
}

const writtenProperties = (fields: readonly Field[], say: Localise): JsonObject =>
  Object.fromEntries(
    fields.map((field) => [field.name, described(field, say, orNull(selfContained(field.type.valueSchema(field))))]),
  )

/** Records may be older than today's rules, so that of those only the shape is promised to readers. */
const readSchema = (field: Field, say: Localise): JsonObject => {
  if (field.name === 'id') return described(field, say, field.schema)
  if (field.name === 'version') return described(field, say, { type: 'integer' })
  // People of the system's own fields are plain ids; their names come with the model.
  if (field.system && field.storage.type === 'directory')
    return described(field, say, { type: ['string', 'null'], format: 'uuid' })
  if (field.storage.type === 'link' || field.storage.type === 'directory')
    return described(field, say, { anyOf: [ref('Reference'), { type: 'null' }] })
  return described(field, say, orNull(shapeOf(selfContained(field.type.valueSchema(field)))))
}

const described = (field: Field, say: Localise, schema: JsonObject): JsonObject => {
  const help = say(`${field.id}.help`, field.help)
  return { title: say(field.id, field.title), ...(help === '' ? {} : { description: help }), ...schema }
}

const orNull = (schema: JsonObject): JsonObject =>
  Object.keys(schema).length === 0 ? {} : { anyOf: [schema, { type: 'null' }] }

/** A schema that points elsewhere would point into this description. */
const selfContained = (schema: JsonObject): JsonObject =>
  /"\$(ref|dynamicRef|recursiveRef)"/.test(JSON.stringify(schema)) ? {} : schema

const wordsOfShape = new Set(['type', 'format', 'title', 'description'])

/** Only what a value looks like. */
const shapeOf = (schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).flatMap(([word, value]): readonly (readonly [string, Json])[] => {
      if (wordsOfShape.has(word)) return [[word, value]]
      if (word === 'items' && isObject(value)) return [[word, shapeOf(value)]]
      if (word !== 'properties' || !isObject(value)) return []
      return [
        [
          word,
          Object.fromEntries(
            Object.entries(value).map(([name, inner]) => [name, isObject(inner) ? shapeOf(withNull(inner)) : {}]),
          ),
        ],
      ]
    }),
  )

/** Inside a value an empty member may be null. */
const withNull = (schema: JsonObject): JsonObject => {
  const type = schema['type']
  if (typeof type === 'string') return { ...schema, type: [type, 'null'] }
  return isList(type) ? { ...schema, type: [...new Set([...type, 'null'])] } : schema
}
