import { isObject, mapSubschemas, objectAt, onlyConstraints, type Json, type JsonObject } from '@telar/metadata'
import { stepWord } from './keywords.ts'

/**
 * A converted schema as AJV gets it: the words that constrain, a step counter in every definition, and every schema
 * that closes itself (`unevaluated…`) as a definition of its own.
 */
export const prepared = (written: JsonObject): JsonObject => {
  const apart = closedApart(onlyConstraints(written))
  const definitions = Object.entries({ ...objectAt(apart.schema, '$defs'), ...Object.fromEntries(apart.definitions) })
  const counted = definitions.map(
    ([name, value]) => [name, isObject(value) ? { ...value, [stepWord]: true } : value] as const,
  )
  return { ...apart.schema, $defs: Object.fromEntries(counted) }
}

const closing = ['unevaluatedProperties', 'unevaluatedItems']

interface Apart {
  readonly schema: JsonObject
  readonly definitions: readonly (readonly [string, JsonObject])[]
}

/**
 * Within one function AJV keeps what is known of one item of a list for the next. A definition is a function, so what
 * it knows is forgotten when it ends.
 */
const closedApart = (schema: JsonObject): Apart => {
  const definitions: [string, JsonObject][] = []
  const taken = new Set(Object.keys(objectAt(schema, '$defs') ?? {}))
  const inside = (part: JsonObject): JsonObject => mapSubschemas(knowing(part), moved)
  const moved = (part: JsonObject | boolean): Json => {
    if (typeof part === 'boolean') return part
    const rewritten = inside(part)
    if (!closing.some((word) => Object.hasOwn(part, word))) return rewritten
    let name = `closed${definitions.length}`
    while (taken.has(name)) name = `${name}_`
    taken.add(name)
    definitions.push([name, rewritten])
    return { $ref: `#/$defs/${name}` }
  }
  const { $defs, ...root } = schema
  const kept = Object.entries(isObject($defs) ? $defs : {}).map(([name, part]) => [
    name,
    isObject(part) ? inside(part) : part,
  ])
  return { schema: { ...inside(root), $defs: Object.fromEntries(kept) }, definitions }
}

/** An `if` alone refuses nothing, but what it knows counts where it holds; AJV passes over it. */
const knowing = (schema: JsonObject): JsonObject => {
  const { if: condition, then, else: otherwise, ...words } = schema
  if (condition === undefined || !isTrivial(then) || !isTrivial(otherwise)) return schema
  const members = words['allOf']
  return { ...words, allOf: [...(Array.isArray(members) ? members : []), { anyOf: [condition, true] }] }
}

const isTrivial = (schema: Json | undefined): boolean =>
  schema === undefined || schema === true || (isObject(schema) && Object.keys(schema).length === 0)
