import type { Json, JsonObject } from '../json.ts'
import { isList, isObject } from '../json.ts'

/** Objects whose keys the author ordered on purpose: the order of `properties` is the order of fields. */
const ordered = new Set(['properties'])

/**
 * The one written form of a document: two spaces, keys sorted except where order has meaning, one newline at the end.
 * Two documents that mean the same are the same bytes.
 */
export const canonicalText = (document: JsonObject): string => `${JSON.stringify(sortKeys(document, ''), null, 2)}\n`

const sortKeys = (value: Json, key: string): Json => {
  if (isList(value)) return value.map((item) => sortKeys(item, ''))
  if (!isObject(value)) return value
  const keys = Object.keys(value)
  if (!ordered.has(key)) keys.sort()
  // A property may itself be called `properties`: below an ordered object names are data, so the rule does not apply.
  return Object.fromEntries(keys.map((name) => [name, sortKeys(value[name] ?? null, ordered.has(key) ? '' : name)]))
}
