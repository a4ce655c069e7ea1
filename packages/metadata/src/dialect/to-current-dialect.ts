import { pointerTo, problem, warning, type Issue } from '../issue/issue.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { pointerSteps, referenceTo } from './dereference.ts'
import { documentLimits } from './document-limits.ts'
import type { Entry, Remark } from './plan-schema.ts'
import { currentDialect, readDialect } from './read-dialect.ts'
import { referenceLoops } from './reference-loops.ts'
import { resolveUri } from './resolve-uri.ts'
import { survey, type Place, type Survey } from './survey.ts'
import type { Steps } from './words.ts'

export interface CurrentSchema {
  /** One 2020-12 schema without `$id`s and anchors; every reference is `#/$defs/…`, so root and properties may be rewritten. */
  readonly schema: JsonObject
  /** What the author should know, by pointer into the document as written. */
  readonly issues: readonly Issue[]
}

/**
 * Rewrites a schema of draft-07, 2019-09 or 2020-12 as one bundled 2020-12 schema that accepts the same values.
 * What cannot be kept is an issue. A document with errors gets a schema too, so that all its problems show at once.
 */
export const toCurrentDialect = (document: JsonObject): CurrentSchema => {
  const limits = documentLimits(document)
  if (limits.isTooLarge) return { schema: { $schema: currentDialect }, issues: limits.issues }
  const { dialect, issues } = readDialect(document)
  const found = survey(document, dialect)
  const unresolved = new Map<string, Issue>()
  const schema = { $schema: currentDialect, ...build(found, unresolved) }
  return {
    schema,
    issues: [
      ...limits.issues,
      ...issues,
      ...found.issues,
      ...unresolved.values(),
      ...fromRemarks(found.remarks, document),
      ...loopIssues(schema, found),
      ...containsKnown(found),
    ],
  }
}

/** A tree that is filled path by path and read once as JSON. */
type Tree = Map<string | number, Tree | Json>

const build = (found: Survey, unresolved: Map<string, Issue>): JsonObject => {
  const root: Tree = new Map()
  fill(root, found.root, { found, unresolved })
  // Filling one adopted schema may adopt others: the list grows while it is walked.
  for (const place of found.adopted) put(root, place.to, asTree(place, { found, unresolved }))
  const schema = asJson(root)
  return isObject(schema) ? schema : {}
}

interface Building {
  readonly found: Survey
  /** By pointer: a schema that is built twice has its problems once. */
  readonly unresolved: Map<string, Issue>
}

const asTree = (place: Place, building: Building): Tree | boolean => {
  if (typeof place.entries === 'boolean') return place.entries
  const tree: Tree = new Map()
  fill(tree, place, building)
  return tree
}

const fill = (tree: Tree, place: Place, building: Building): void => {
  if (typeof place.entries === 'boolean') return
  for (const entry of place.entries) {
    const value = valueOf(entry, place, building)
    if (value !== undefined) put(tree, entry.to, value)
  }
}

const valueOf = (entry: Entry, place: Place, building: Building): Tree | Json | undefined => {
  if (entry.type === 'value') return entry.value
  if (entry.type === 'reference') return resolved(entry, place, building)
  const child = place.children.get(entry)
  return child === undefined ? true : asTree(child, building)
}

const put = (tree: Tree, [step, ...rest]: Steps, value: Tree | Json): void => {
  if (step === undefined) return
  if (rest.length === 0) {
    tree.set(step, value)
    return
  }
  const inside = tree.get(step)
  const next: Tree = inside instanceof Map ? inside : new Map()
  if (next !== inside) tree.set(step, next)
  put(next, rest, value)
}

const asJson = (tree: Tree | Json): Json => {
  if (!(tree instanceof Map)) return tree
  const isList = tree.size > 0 && typeof tree.keys().next().value === 'number'
  // Members that were added to `allOf` may have come before its own.
  if (isList) return [...tree].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => asJson(value))
  return Object.fromEntries([...tree].map(([key, value]) => [key, asJson(value)]))
}

/** The new address of what a reference means; an issue when that is not in this document. */
const resolved = (
  entry: Entry & { type: 'reference' },
  place: Place,
  { found, unresolved }: Building,
): string | undefined => {
  const target = targetOf(entry, place, found)
  if (typeof target === 'object') return referenceTo(target.to)
  const pointer = place.pointer + pointerTo(...entry.from)
  unresolved.set(pointer, problem(target, { pointer, params: { reference: entry.reference } }))
  return undefined
}

const targetOf = (entry: Entry & { type: 'reference' }, place: Place, found: Survey): Place | string => {
  const { uri, fragment } = resolveUri(entry.reference, place.base)
  const resource = found.resources.get(uri)
  if (resource === undefined) return 'SCHEMA_REF_NOT_LOCAL'
  if (entry.dynamic && (found.dynamicNames.get(fragment) ?? 0) > 1) return 'SCHEMA_REF_DYNAMIC'
  const from =
    fragment === '' || fragment.startsWith('/')
      ? stepsFrom(resource, fragment)
      : found.anchors.get(`${uri}#${fragment}`)
  if (from === undefined) return 'SCHEMA_REF_MISSING'
  return found.referable(from) ?? 'SCHEMA_REF_MISSING'
}

const stepsFrom = (resource: Steps, fragment: string): Steps | undefined => {
  const steps = pointerSteps(fragment)
  return steps === undefined ? undefined : [...resource, ...steps]
}

/** Losses of a foreign schema are told once a word; in a module of our own each of them is an error. */
const fromRemarks = (remarks: readonly Remark[], document: JsonObject): readonly Issue[] => {
  const isOurs = Object.hasOwn(document, 'x-module')
  const report = (remark: Remark) =>
    remark.weight === 'wrong' || (isOurs && remark.weight === 'lost') ? problem : warning
  const groups = Map.groupBy(remarks, (remark) =>
    report(remark) === problem ? remark : JSON.stringify([remark.code, remark.params]),
  )
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((remark) =>
      report(remark)(remark.code, {
        pointer: pointerTo(...remark.from),
        params: { ...remark.params, places: group.length },
      }),
    ),
  )
}

const loopIssues = (schema: JsonObject, found: Survey): readonly Issue[] => {
  const loops = referenceLoops(schema)
  if (loops.length === 0) return []
  const places = [...found.places(), ...found.adopted]
  const original = new Map(places.map((place) => [pointerTo(...place.to), place.pointer]))
  return loops.map(({ code, pointer }) => problem(code, { pointer: original.get(pointer) ?? pointer }))
}

/** Which items a `contains` found is not followed; beside it every item counts as known. */
const containsKnown = (found: Survey): readonly Issue[] => {
  const pointersOf = (word: string) =>
    [...found.places()].flatMap(({ entries, pointer }) =>
      typeof entries === 'object' && entries.some(({ to }) => to.length === 1 && to[0] === word)
        ? [`${pointer}/${word}`]
        : [],
    )
  const [pointer] = pointersOf('unevaluatedItems')
  return pointer === undefined || pointersOf('contains').length === 0
    ? []
    : [warning('SCHEMA_CONTAINS_KNOWN', { pointer })]
}
