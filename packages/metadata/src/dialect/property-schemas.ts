import { pointerTo, problem, warning, type Issue } from '../issue/issue.ts'
import { isList, isObject, listAt, objectAt, sameJson, stringsAt, type Json, type JsonObject } from '../json.ts'
import { follow, overlaid } from './dereference.ts'
import { isOwnWord, isSchema, subschemasOf, wordOf } from './words.ts'

/** A converted schema read as a module: what becomes a field, and what holds for the record as a whole. */
export interface PropertySchemas {
  /** One schema per field-to-be in the author's order; references are kept. */
  readonly properties: ReadonlyMap<string, JsonObject>
  readonly required: ReadonlySet<string>
  /** Whether a record may have members that are no field. */
  readonly extras: 'refused' | 'kept'
  /** The root without its `properties`: what must still be enforced, `$defs` and descriptions included. */
  readonly rest: JsonObject
  readonly issues: readonly Issue[]
}

/**
 * Lists the properties of the root. Those of local `allOf` members and of a reference at the root are among them; a
 * member that says nothing else disappears from `rest`. Properties that only one branch of a choice describes become
 * fields that take any value: the branch stays in `rest` and is enforced there.
 */
export const propertySchemas = (root: JsonObject): PropertySchemas => {
  const parts = partsOf(root, root)
  const isOurs = Object.hasOwn(root, 'x-module')
  const required = new Set(parts.flatMap((part) => stringsAt(part, 'required')))
  const described = describedIn(root, parts)
  const named = isOurs ? described : new Map([...described, ...others(parts, { described, required, root })])
  const allowed = [...named].filter(([name]) => parts.every((part) => allows(part, name)))
  const properties = new Map(
    allowed.flatMap(([name, schema]): [string, JsonObject][] => (schema === false ? [] : [[name, asObject(schema)]])),
  )
  return {
    properties,
    required,
    extras: isOurs || parts.some(isClosed) || hasNoExtras(parts) ? 'refused' : 'kept',
    rest: restOf(root, { required, properties }),
    issues: [
      ...rootType(parts),
      ...[...named.keys()].filter((name) => parts.some((part) => !allows(part, name))).map(neverAllowed),
      ...(isOurs ? [...required].filter((name) => !properties.has(name)).map(undeclared) : []),
    ],
  }
}

const asObject = (schema: JsonObject | boolean): JsonObject => (typeof schema === 'object' ? schema : {})

/**
 * The schemas that every record must satisfy: the root, what it refers to, the members of their `allOf`, and the one
 * alternative that an object can be where the others are lists or texts.
 */
const partsOf = (schema: JsonObject, root: JsonObject, depth = 0): readonly JsonObject[] => {
  const { $ref: reference, allOf, ...own } = schema
  if (depth > 64) return [own]
  const bases = [
    ...(reference === undefined ? [] : [follow({ $ref: reference }, root)]),
    ...(isList(allOf) ? allOf.filter(isObject) : []),
    ...onlyAlternatives(own, root),
  ].flatMap((base) => partsOf(base, root, depth + 1))
  const words = Object.keys(schema)
  const firstBase = words.findIndex((word) => ['$ref', 'allOf', 'anyOf', 'oneOf'].includes(word))
  return firstBase < words.indexOf('properties') ? [...bases, own] : [own, ...bases]
}

const onlyAlternatives = (schema: JsonObject, root: JsonObject): readonly JsonObject[] =>
  ['anyOf', 'oneOf'].flatMap((word) => {
    const possible = (listAt(schema, word) ?? [])
      .filter(isSchema)
      .map((branch) => follow(branch, root))
      .filter(canBeObject)
    return possible.length === 1 ? possible : []
  })

const canBeObject = (schema: JsonObject): boolean => isObjectType(schema['type']) && !isEmptyObject(schema['not'])

const isObjectType = (type: Json | undefined): boolean =>
  type === undefined || type === 'object' || (isList(type) && type.includes('object'))

const isEmptyObject = (value: Json | undefined): boolean => isObject(value) && Object.keys(value).length === 0

type Described = ReadonlyMap<string, JsonObject | boolean>

/** Properties of all parts; what the root says of one comes on top of what its base says. */
const describedIn = (root: JsonObject, parts: readonly JsonObject[]): Described => {
  const found = new Map<string, JsonObject | boolean>()
  const isOpen = takesAnything(root['additionalProperties'])
  const rootNames = new Set(Object.keys(objectAt(root, 'properties') ?? {}))
  for (const part of parts) {
    for (const [name, schema] of Object.entries(objectAt(part, 'properties') ?? {})) {
      if (!isOpen && !isClosed(root) && !rootNames.has(name)) continue
      if (isObject(schema) || typeof schema === 'boolean') found.set(name, both(found.get(name), schema))
    }
  }
  return found
}

const both = (first: JsonObject | boolean | undefined, second: JsonObject | boolean): JsonObject | boolean => {
  if (first === undefined || first === true || sameJson(first, second)) return second
  if (first === false || second === false) return false
  return second === true ? first : overlaid(first, second)
}

const takesAnything = (schema: Json | undefined): boolean => schema === undefined || schema === true

const allows = (part: JsonObject, name: string): boolean =>
  !isClosed(part) || Object.hasOwn(objectAt(part, 'properties') ?? {}, name)

const isClosed = (part: JsonObject): boolean => part['additionalProperties'] === false && !hasPatterns(part)

const hasPatterns = (part: JsonObject): boolean => Object.keys(objectAt(part, 'patternProperties') ?? {}).length > 0

const choices: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'then', 'else', 'dependentSchemas'])

const hasNoExtras = (parts: readonly JsonObject[]): boolean =>
  parts.some((part) => part['unevaluatedProperties'] === false) &&
  !parts.some(
    (part) => hasPatterns(part) || !takesAnything(part['additionalProperties']) || branchesOf(part).length > 0,
  )

interface Known {
  readonly root: JsonObject
  readonly described: Described
  readonly required: ReadonlySet<string>
}

/** Members that a record may have although no part describes them for every record. */
const others = (parts: readonly JsonObject[], { root, described, required }: Known): Described => {
  const isOpen = parts.every(
    (part) => takesAnything(part['additionalProperties']) && takesAnything(part['unevaluatedProperties']),
  )
  if (!isOpen) return new Map()
  const branches = parts.flatMap(branchesOf).flatMap((branch) => partsOf(branch, root))
  const inBranches = branches.flatMap((branch) => Object.entries(objectAt(branch, 'properties') ?? {}))
  const names = [...required].map((name): [string, Json] => [name, true])
  const unknown = [...names, ...inBranches].filter(([name, schema]) => !described.has(name) && schema !== false)
  return new Map(unknown.map(([name, schema]) => [name, isObject(schema) ? descriptionOf(schema) : {}]))
}

const branchesOf = (part: JsonObject): readonly JsonObject[] =>
  subschemasOf(part).flatMap(({ steps, schema }) =>
    choices.has(String(steps[0])) && typeof schema === 'object' ? [schema] : [],
  )

const descriptionOf = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key === 'title' || key === 'description'))

/** Words of an `allOf` member that say nothing once its properties are listed. */
const isSaid = ([key, value]: readonly [string, Json]): boolean =>
  key === 'properties' ||
  key === 'required' ||
  (key === 'type' && value === 'object') ||
  isOwnWord(key) ||
  wordOf(key)?.effect === 'describes'

const restOf = (
  root: JsonObject,
  { required, properties }: Pick<PropertySchemas, 'required' | 'properties'>,
): JsonObject => {
  const { properties: _properties, allOf, $ref: reference, required: _required, ...own } = root
  const isOpen = takesAnything(root['additionalProperties'])
  const isDone = (member: Json): boolean =>
    isOpen && isObject(member) && !isForbidding(member) && isOnlyProperties(member, root)
  const members = [
    ...(reference === undefined ? [] : [{ $ref: reference }]),
    ...(listAt({ allOf: allOf ?? [] }, 'allOf') ?? []),
  ]
  const kept = [...members.filter((member) => !isDone(member)), ...forbidden(root, properties)]
  return {
    ...own,
    ...(required.size === 0 ? {} : { required: [...required] }),
    ...(kept.length === 0 ? {} : { allOf: kept }),
  }
}

const isOnlyProperties = (member: JsonObject, root: JsonObject): boolean =>
  partsOf(member, root).every((part) => Object.entries(part).every(isSaid) && !isForbidding(part))

const isForbidding = (member: JsonObject): boolean =>
  Object.values(objectAt(member, 'properties') ?? {}).includes(false)

/** A property that must never be there is no field; the root goes on refusing it. */
const forbidden = (root: JsonObject, properties: PropertySchemas['properties']): readonly JsonObject[] => {
  const names = Object.entries(objectAt(root, 'properties') ?? {}).filter(
    ([name, schema]) => schema === false && !properties.has(name),
  )
  return names.length === 0 ? [] : [{ properties: Object.fromEntries(names) }]
}

const rootType = (parts: readonly JsonObject[]): readonly Issue[] => {
  return parts.every((part) => isObjectType(part['type']))
    ? []
    : [problem('SCHEMA_ROOT_NOT_OBJECT', { pointer: '/type' })]
}

const neverAllowed = (name: string): Issue =>
  warning('SCHEMA_NEVER_ALLOWED', { pointer: pointerTo('properties', name), params: { name } })

const undeclared = (name: string): Issue =>
  problem('SCHEMA_REQUIRED_UNDECLARED', { pointer: '/required', params: { name } })
