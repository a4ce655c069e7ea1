import { isList, isObject, type Json, type JsonObject } from '../json.ts'

/** Words of a schema that say something under a condition, or of several properties at once. */
const applicators = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'propertyNames',
]

/**
 * The schema of a record for somebody who may not know of some properties: without them, and without every condition
 * that names one (decisions.md 14). The server goes on enforcing the whole.
 */
export const cutSchema = (schema: JsonObject, hidden: ReadonlySet<string>): JsonObject => {
  const { properties, required, ...words } = schema
  const kept = Object.entries(words).flatMap(([word, value]): readonly (readonly [string, Json])[] => {
    if (!applicators.includes(word)) return [[word, value]]
    if (word === 'allOf' && isList(value)) return [[word, value.filter((part) => !mentions(part, hidden))]]
    return mentions(value, hidden) ? [] : [[word, value]]
  })
  // Of `if`, `then` and `else` none stands alone.
  const isConditionWhole = ['if', 'then', 'else'].every((word) => !mentions(words[word] ?? null, hidden))
  return {
    ...Object.fromEntries(isConditionWhole ? kept : kept.filter(([word]) => !['if', 'then', 'else'].includes(word))),
    ...(isObject(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name))) }
      : {}),
    ...(isList(required) ? { required: required.filter((name) => typeof name !== 'string' || !hidden.has(name)) } : {}),
  }
}

/** Whether something written names one of these, as a key or as a text. */
export const mentions = (value: Json, names: ReadonlySet<string>): boolean => {
  if (typeof value === 'string') return names.has(value) || names.has(value.split('.')[0] ?? '')
  if (isList(value)) return value.some((item) => mentions(item, names))
  return isObject(value) && Object.entries(value).some(([key, item]) => names.has(key) || mentions(item, names))
}
