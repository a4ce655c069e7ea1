import { isList, isObject, type Json, type JsonObject } from '../json.ts'
import { recursiveSchemas } from './recursive-schemas.ts'
import { isSchema, subschemasOf, wordOf, type Steps } from './words.ts'

/** `#/…` for a path inside the same schema. */
export const referenceTo = (steps: Steps): string =>
  [
    '#',
    ...steps.map((step) =>
      encodeURIComponent(String(step).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll(
        '%24',
        '$',
      ),
    ),
  ].join('/')

/** The steps of a JSON Pointer in its URI form; undefined when it is malformed. */
export const pointerSteps = (fragment: string): Steps | undefined => {
  if (fragment === '') return []
  const text = decoded(fragment)
  return text?.startsWith('/') === true
    ? text
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    : undefined
}

const decoded = (fragment: string): string | undefined => {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return undefined
  }
}

/** What `#/…` means in a converted schema: its target, or undefined. */
export const targetOfReference = (reference: string, root: JsonObject): JsonObject | boolean | undefined => {
  const steps = reference.startsWith('#') ? pointerSteps(reference.slice(1)) : undefined
  if (steps === undefined) return undefined
  let value: Json | undefined = root
  for (const step of steps) {
    if (Array.isArray(value)) value = value[Number(step)]
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }
  return isSchema(value) ? value : undefined
}

/**
 * A schema whose `$ref` is replaced by what it means, however many references lie between; inner ones stay, and so
 * does a reference to something that contains itself, which no form can lay out. Words beside the reference add to
 * it: descriptions take the place of the target's, a constraint that both have is kept in `allOf`.
 */
export const dereference = (schema: JsonObject | boolean, root: JsonObject): JsonObject =>
  typeof schema === 'object' && typeof schema['$ref'] === 'string' && isRecursive(schema, root)
    ? schema
    : follow(schema, root)

/** The same without the exception: what a reference means, even if that contains itself. */
export const follow = (schema: JsonObject | boolean, root: JsonObject): JsonObject => {
  let current = asObject(schema)
  const seen = new Set<string>()
  while (typeof current['$ref'] === 'string') {
    const reference = current['$ref']
    const target = seen.has(reference) ? undefined : targetOfReference(reference, root)
    if (target === undefined) return withoutReference(current)
    seen.add(reference)
    current = overlaid(asObject(target), withoutReference(current))
  }
  return current
}

const asObject = (schema: JsonObject | boolean): JsonObject =>
  typeof schema === 'object' ? schema : schema ? {} : { not: {} }

const withoutReference = ({ $ref: _reference, ...rest }: JsonObject): JsonObject => rest

/** Words that count together with others of the same object, and so cannot be moved between objects. */
const joined = new Set([
  'additionalProperties',
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'contains',
  'minContains',
  'maxContains',
  'if',
  'then',
  'else',
])

/** Words that look at everything that is said about the same value. */
const outermost = ['unevaluatedItems', 'unevaluatedProperties']

/** `beside` on top of `target`, as one object that accepts what both accept. */
export const overlaid = (target: JsonObject, beside: JsonObject): JsonObject => {
  const { $defs: _definitions, ...words } = target
  const isBeside = Object.keys(beside).some((name) => wordOf(name)?.effect === 'asserts')
  if (isBeside && outermost.some((name) => Object.hasOwn(words, name))) return around(words, beside)
  const isFree = (name: string) =>
    !joined.has(name) && (!Object.hasOwn(words, name) || wordOf(name)?.effect !== 'asserts')
  const entries = Object.entries(beside)
  const free = Object.fromEntries(entries.filter(([name]) => isFree(name)))
  const bound = Object.fromEntries(entries.filter(([name]) => !isFree(name)))
  if (Object.keys(bound).length === 0) return { ...words, ...free }
  const { allOf, ...others } = { ...words, ...free }
  return { ...others, allOf: [...(isList(allOf) ? allOf : []), bound] }
}

/** What closes itself must not see what stands beside it, so it goes inside; type and descriptions stay in sight. */
const around = (words: JsonObject, beside: JsonObject): JsonObject => {
  const seen = Object.entries(words).filter(([name]) => name === 'type' || wordOf(name)?.effect !== 'asserts')
  const members = isList(beside['allOf']) ? beside['allOf'] : []
  return { ...Object.fromEntries(seen), ...beside, allOf: [...members, words] }
}

/** Whether a value of this schema may contain another value of the same schema, at any depth. */
export const isRecursive = (schema: JsonObject | boolean, root: JsonObject): boolean => {
  const known = recursiveIn.get(root)
  const recursive = known ?? recursiveSchemas(root, (from) => reached(from, root))
  if (known === undefined) recursiveIn.set(root, recursive)
  return recursive.has(lastTarget(asObject(schema), root))
}

/** Found once for each converted schema, which is asked for every one of its properties. */
const recursiveIn = new WeakMap<JsonObject, ReadonlySet<JsonObject>>()

/** Where a chain of plain references ends. */
const lastTarget = (schema: JsonObject, root: JsonObject): JsonObject => {
  const seen = new Set<JsonObject>()
  let current = schema
  while (typeof current['$ref'] === 'string' && !seen.has(current)) {
    seen.add(current)
    const target = targetOfReference(current['$ref'], root)
    if (typeof target !== 'object') return current
    current = target
  }
  return current
}

const reached = (schema: JsonObject, root: JsonObject): readonly JsonObject[] => {
  const reference = schema['$ref']
  const target = typeof reference === 'string' ? targetOfReference(reference, root) : undefined
  const inside = subschemasOf(schema).flatMap(({ steps, schema: child }) => (steps[0] === '$defs' ? [] : [child]))
  return [...inside, target].filter((found) => typeof found === 'object')
}
