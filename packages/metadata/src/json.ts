/** A JSON value as it travels and is stored; the only data shape that crosses the doors of this room. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value)

/** The string at `key`, or undefined when it is missing or of another type. */
export const stringAt = (object: JsonObject, key: string): string | undefined => {
  const value = object[key]
  return typeof value === 'string' ? value : undefined
}

export const numberAt = (object: JsonObject, key: string): number | undefined => {
  const value = object[key]
  return typeof value === 'number' ? value : undefined
}

export const objectAt = (object: JsonObject, key: string): JsonObject | undefined => {
  const value = object[key]
  return isObject(value) ? value : undefined
}

export const listAt = (object: JsonObject, key: string): readonly Json[] | undefined => {
  const value = object[key]
  return isList(value) ? value : undefined
}

/** The strings of the list at `key`; other members are left out (the document's own schema reports them). */
export const stringsAt = (object: JsonObject, key: string): readonly string[] =>
  (listAt(object, key) ?? []).filter((item) => typeof item === 'string')

/** Deep equality of JSON values; the order of keys has no meaning. */
export const sameJson = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
}
