import { type Field, isObject, type Json, type JsonObject, type Module, objectAt } from '@telar/metadata'
import { compile, type Options } from 'json-schema-to-typescript'
import { described, type Direction, plain, valueSchema } from './value-schema.ts'

/** The interface of a module's records in one direction, with those it needs. */
export const moduleType = async (module: Module, name: string, direction: Direction): Promise<string> => {
  const whole = recordSchema(module, direction, () => true)
  try {
    return await declare(whole, name)
  } catch {
    // A reference that leads nowhere the library can go: such fields are of unknown type, the others are not.
    return declare(
      recordSchema(module, direction, (schema) => !JSON.stringify(schema).includes('"$ref"')),
      name,
    )
  }
}

const declare = (schema: JsonObject, name: string): Promise<string> =>
  compile(schema as Parameters<typeof compile>[0], name, {
    ...options,
    customName: (part, key) => nameOf(part.title, key, name),
  })

/** Nothing is ever fetched: a schema comes from anywhere. */
const options: Partial<Options> = {
  bannerComment: '',
  format: true,
  ignoreMinAndMaxItems: true,
  unknownAny: true,
  additionalProperties: true,
  $refOptions: { resolve: { external: false, file: false, http: false } },
  style: { semi: false, singleQuote: true, printWidth: 120 },
}

/** Definitions of two modules may share a name. */
const nameOf = (title: string | undefined, key: string | undefined, root: string): string | undefined => {
  if (title === root) return root
  return key === undefined ? undefined : `${root}${typeName(key)}`
}

/** `purchase-order` → `PurchaseOrder`. */
export const typeName = (name: string): string => {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^\p{L}/u.test(joined) ? joined : `_${joined}`
}

const recordSchema = (module: Module, direction: Direction, isKept: (schema: JsonObject) => boolean): JsonObject => {
  const fields = [
    ...(direction === 'read' ? module.systemFields.values() : writableSystem(module)),
    ...module.fields.values(),
  ].filter((field) => isWritten(field, direction))
  return {
    type: 'object',
    description: described({ title: module.title, help: module.description }).description,
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, direction, isKept)])),
    required: fields.filter((field) => isAlways(field, direction)).map((field) => field.name),
    additionalProperties: module.extras === 'kept',
    ...definitionsOf(module.schema),
  }
}

const writableSystem = (module: Module): readonly Field[] =>
  [...module.systemFields.values()].filter((field) => !field.readOnly)

/** Many-to-many links are read and written by themselves; what the server computes is not written. */
const isWritten = (field: Field, direction: Direction): boolean =>
  field.storage.type !== 'links' && (direction === 'read' || !field.readOnly)

/** A record that is read has every field; `deletedAt` stands only in deleted ones. */
const isAlways = (field: Field, direction: Direction): boolean =>
  direction === 'read' ? field.column !== 'deleted_at' : field.required && field.default === undefined

const neverEmpty = new Set(['id', 'version', 'created_at', 'updated_at'])

const fieldSchema = (field: Field, direction: Direction, isKept: (schema: JsonObject) => boolean): JsonObject => {
  const made = valueSchema(field, direction)
  const schema = isKept(made) ? made : {}
  const isFilled = field.system ? neverEmpty.has(field.column) : field.required
  return { ...(isFilled ? schema : orNull(schema)), ...(field.system ? {} : described(field)) }
}

const orNull = (schema: JsonObject): JsonObject => {
  const { tsType } = schema
  if (typeof tsType === 'string') return { tsType: `${tsType} | null` }
  if (Object.keys(schema).length === 0) return {}
  return { anyOf: [schema, { type: 'null' }] }
}

const definitionsOf = (schema: JsonObject): { readonly [key: string]: Json } => {
  const definitions = objectAt(schema, '$defs')
  if (definitions === undefined) return {}
  return {
    $defs: Object.fromEntries(
      Object.entries(definitions).map(([name, part]) => [name, isObject(part) ? plain(part) : part]),
    ),
  }
}
