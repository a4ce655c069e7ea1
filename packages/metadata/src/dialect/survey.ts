import { pointerTo, problem, type Issue } from '../issue/issue.ts'
import { isList, isObject, stringAt, type Json, type JsonObject } from '../json.ts'
import { freeName, planSchema, type Entry, type Remark } from './plan-schema.ts'
import { fromUri } from './read-dialect.ts'
import { resolveUri } from './resolve-uri.ts'
import { isSchema, type Dialect, type Steps } from './words.ts'

/** A schema of the document: where it stands, where it will stand, and how it is rewritten. */
export interface Place {
  readonly from: Steps
  /** `from` as a JSON Pointer. */
  readonly pointer: string
  readonly to: Steps
  /** Absolute name that references inside it are resolved against. */
  readonly base: string
  readonly dialect: Dialect
  readonly entries: readonly Entry[] | boolean
  /** The places of the schemas among the entries. */
  readonly children: ReadonlyMap<Entry, Place>
}

/** Every schema of a document, found once, with the names by which references reach them. */
export interface Survey {
  readonly document: JsonObject
  readonly root: Place
  /** The schema at `from` as something to refer to: a place under `$defs`, made when there is none yet. */
  readonly referable: (from: Steps) => Place | undefined
  /** The places that `referable` made, in order; grows while references are resolved. */
  readonly adopted: readonly Place[]
  readonly resources: ReadonlyMap<string, Steps>
  readonly anchors: ReadonlyMap<string, Steps>
  /** How many resources of the document answer to a dynamic name (`''` = `$recursiveAnchor`). */
  readonly dynamicNames: ReadonlyMap<string, number>
  readonly places: () => Iterable<Place>
  readonly remarks: readonly Remark[]
  readonly issues: readonly Issue[]
}

interface Found {
  readonly places: Map<string, Place>
  readonly resources: Map<string, Steps>
  readonly anchors: Map<string, Steps>
  readonly dynamicNames: Map<string, number>
  readonly remarks: Remark[]
  readonly issues: Issue[]
}

interface Visit {
  readonly from: Steps
  readonly pointer: string
  readonly to: Steps
  readonly base: string
  readonly dialect: Dialect
}

export const survey = (document: JsonObject, dialect: Dialect): Survey => {
  const found: Found = {
    places: new Map(),
    resources: new Map([['', []]]),
    anchors: new Map(),
    dynamicNames: new Map(),
    remarks: [],
    issues: [],
  }
  const root = visit(document, { from: [], pointer: '', to: [], base: '', dialect }, found)
  return { ...found, document, root, ...adoption(document, found), places: () => found.places.values() }
}

/**
 * References lead to `$defs` only, so that whoever reads the result may rewrite the root and its properties. What
 * stands elsewhere, or where no word of the draft leads, gets a copy there.
 */
const adoption = (document: JsonObject, found: Found): Pick<Survey, 'referable' | 'adopted'> => {
  const adopted: Place[] = []
  const copies = new Map<string, Place>()
  const taken = new Set([...topNames(document['$defs']), ...topNames(document['definitions'])])
  const adopt = (from: Steps, place: Place): Place => {
    const copy = { ...place, to: ['$defs', freeName(String(from.at(-1) ?? 'root'), taken)] }
    copies.set(pointerTo(...from), copy)
    adopted.push(copy)
    return copy
  }
  const offTheWay = (from: Steps): Place | undefined => {
    const schema = valueAt(document, from)
    const around = nearest(from, found.places)
    if (!isSchema(schema) || around === undefined) return undefined
    const name = freeName(String(from.at(-1)), taken)
    const at = { from, pointer: pointerTo(...from), to: ['$defs', name], base: around.base, dialect: around.dialect }
    const place = visit(schema, at, found)
    adopted.push(place)
    return place
  }
  const referable = (from: Steps): Place | undefined => {
    const key = pointerTo(...from)
    const known = copies.get(key) ?? found.places.get(key)
    if (known === undefined) return offTheWay(from)
    return known.to[0] === '$defs' ? known : adopt(from, { ...known, entries: withoutDefinitions(known.entries) })
  }
  return { referable, adopted }
}

/** A copy refers to the definitions of the original; it needs none of its own. */
const withoutDefinitions = (entries: Place['entries']): Place['entries'] =>
  typeof entries === 'boolean' ? entries : entries.filter((entry) => entry.to[0] !== '$defs')

const topNames = (definitions: Json | undefined): readonly string[] =>
  isObject(definitions) ? Object.keys(definitions) : []

const nearest = (from: Steps, places: ReadonlyMap<string, Place>): Place | undefined => {
  for (let length = from.length - 1; length >= 0; length--) {
    const place = places.get(pointerTo(...from.slice(0, length)))
    if (place !== undefined) return place
  }
  return undefined
}

/** The value at a path of the document; own members only. */
const valueAt = (document: Json, steps: Steps): Json | undefined => {
  let value: Json | undefined = document
  for (const step of steps) {
    if (isList(value)) value = /^(0|[1-9]\d*)$/.test(String(step)) ? value[Number(step)] : undefined
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }
  return value
}

const visit = (schema: JsonObject | boolean, at: Visit, found: Found): Place => {
  const known = found.places.get(at.pointer)
  if (known !== undefined) return known
  const children = new Map<Entry, Place>()
  if (typeof schema === 'boolean') return keep({ ...at, entries: schema, children }, found)
  const inside = { ...at, ...named(schema, at, found) }
  const plan = planSchema(schema, inside.dialect)
  const place = keep({ ...inside, entries: plan.entries, children }, found)
  for (const remark of plan.remarks) found.remarks.push({ ...remark, from: [...at.from, ...remark.from] })
  for (const entry of plan.entries) {
    if (entry.type !== 'schema') continue
    const from = [...at.from, ...entry.from]
    const pointer = at.pointer + pointerTo(...entry.from)
    children.set(entry, visit(entry.schema, { ...inside, from, pointer, to: [...at.to, ...entry.to] }, found))
  }
  return place
}

const keep = (place: Place, found: Found): Place => {
  found.places.set(place.pointer, place)
  return place
}

/** Writes down the names a schema gives itself; answers the base and draft that hold inside it. */
const named = (schema: JsonObject, at: Visit, found: Found): Pick<Visit, 'base' | 'dialect'> => {
  const isReference = at.dialect === 'draft-07' && typeof schema['$ref'] === 'string'
  const id = isReference ? undefined : stringAt(schema, '$id')
  const { uri: base, fragment } = id === undefined ? { uri: at.base, fragment: '' } : resolveUri(id, at.base)
  if (base !== at.base) claim(found.resources, base, { at, word: '$id', found })
  for (const anchor of anchorsOf(schema, fragment)) {
    claim(found.anchors, `${base}#${anchor}`, { at, word: '$anchor', found })
  }
  const dynamic = schema['$recursiveAnchor'] === true ? '' : stringAt(schema, '$dynamicAnchor')
  if (dynamic !== undefined) found.dynamicNames.set(dynamic, (found.dynamicNames.get(dynamic) ?? 0) + 1)
  return { base, dialect: dialectInside(schema, at, found) }
}

/** The plain names of a schema. An id such as `#/name` is none: whoever refers to it means the pointer. */
const anchorsOf = (schema: JsonObject, fragment: string): ReadonlySet<string> =>
  new Set(
    [fragment, stringAt(schema, '$anchor') ?? '', stringAt(schema, '$dynamicAnchor') ?? ''].filter(
      (anchor) => anchor !== '' && !anchor.startsWith('/'),
    ),
  )

const claim = (
  names: Map<string, Steps>,
  name: string,
  { at, word, found }: { at: Visit; word: string; found: Found },
): void => {
  if (!names.has(name)) names.set(name, at.from)
  else found.issues.push(problem('SCHEMA_NAME_TWICE', { pointer: at.pointer, params: { word, name } }))
}

/** A schema with its own `$id` may be written in another draft than the document around it. */
const dialectInside = (schema: JsonObject, at: Visit, found: Found): Dialect => {
  const written = stringAt(schema, '$schema')
  if (at.from.length === 0 || written === undefined || schema['$id'] === undefined) return at.dialect
  const dialect = fromUri(written)
  if (dialect === 'draft-06') return 'draft-07'
  if (dialect !== undefined && dialect !== 'draft-04') return dialect
  const code = dialect === undefined ? 'SCHEMA_UNKNOWN' : 'SCHEMA_TOO_OLD'
  found.issues.push(problem(code, { pointer: `${at.pointer}/$schema`, params: { written } }))
  return at.dialect
}
