import { isList, isObject, type Json, type JsonObject } from '../json.ts'
import { isSchema, wordOf } from './words.ts'

/** A converted schema without the words that refuse nothing: what a validator has to read, and no more. */
export const onlyConstraints = (schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).flatMap(([name, value]): [string, Json][] => {
      const known = wordOf(name)
      if (known === undefined || (known.effect !== 'asserts' && name !== '$defs')) return []
      return [[name, known.holds.startsWith('schema') ? inside(value, known.holds === 'schemaMap') : value]]
    }),
  )

const inside = (value: Json, isMap: boolean): Json => {
  if (isMap && isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, one(item)]))
  return isList(value) ? value.map(one) : one(value)
}

const one = (value: Json): Json => (isSchema(value) && isObject(value) ? onlyConstraints(value) : value)
