import { idFrom, type IdPrefix, isStableId } from '../ids.ts'
import type { Json, JsonObject } from '../json.ts'
import { isList, isObject, objectAt } from '../json.ts'
import { documentAt } from './index.ts'

export interface IdentifiedDocument {
  /** What is stored: Telar's own documents carry their ids, a foreign schema stays as its author wrote it. */
  readonly document: JsonObject
  /** The ids beside a foreign schema. */
  readonly ids: { readonly path: string; readonly document: JsonObject } | undefined
  /** The document with every id in it, for reading. */
  readonly shown: JsonObject
}

/**
 * Gives a document the stable ids it lacks: those of the published document where the names match, else new ones that
 * depend on the names alone, so that two branches agree (decisions.md 2).
 */
export const assignIds = (path: string, document: JsonObject, published: JsonObject | undefined): IdentifiedDocument => {
  const found = documentAt(path)
  const give = found === undefined ? undefined : givers[found.kind.kind]
  if (found === undefined || give === undefined) return { document, ids: undefined, shown: document }
  const identified = give(document, found.name, published ?? {})
  if (found.kind.kind !== 'module' || isObject(document['x-module'])) return { document: identified, ids: undefined, shown: identified }
  // With `x-module` a foreign schema would become Telar's own: its id is kept beside it and not shown.
  const { 'x-module': _module, ...shown } = identified
  return { document, ids: { path: `ids/${found.name}.json`, document: idsOf(identified) }, shown }
}

type Giver = (document: JsonObject, name: string, published: JsonObject) => JsonObject

const givers: Readonly<Record<string, Giver>> = {
  module: (document, name, published) => ({
    ...document,
    'x-module': {
      ...objectAt(document, 'x-module'),
      id: kept(objectAt(document, 'x-module')?.['id'], objectAt(published, 'x-module')?.['id']) ?? idFrom('mo', name),
    },
    properties: propertiesWithIds(objectAt(document, 'properties') ?? {}, objectAt(published, 'properties') ?? {}, [name]),
  }),
  options: (document, name, published) => ({
    ...withId(document, published, ['ol', name]),
    options: items(document['options']).map((option) => {
      const value = option['value']
      const known = items(published['options']).find((other) => other['value'] === value)
      return withId(option, known ?? {}, ['op', name, JSON.stringify(value ?? null).replaceAll('"', '')])
    }),
  }),
  layout: (document, name, published) => withId(document, published, ['la', name]),
  view: (document, name, published) => withId(document, published, ['vi', name]),
  app: (document, name, published) => withId(document, published, ['ap', name]),
}

const propertiesWithIds = (properties: JsonObject, published: JsonObject, path: readonly string[]): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      if (!isObject(schema)) return [name, schema]
      const known = objectAt(published, name) ?? {}
      return [name, withInner(withId(schema, known, ['fi', ...path, name]), known, [...path, name])]
    }),
  )

/** Fields inside a composite value or its items have ids of their own. */
const withInner = (schema: JsonObject, known: JsonObject, path: readonly string[]): JsonObject => {
  const properties = objectAt(schema, 'properties')
  const inner = objectAt(schema, 'items')
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: propertiesWithIds(properties, objectAt(known, 'properties') ?? {}, path) }),
    ...(inner === undefined ? {} : { items: withInner(inner, objectAt(known, 'items') ?? {}, path) }),
  }
}

/** What an id is made of when it has to be made. */
type Naming = readonly [IdPrefix, ...(readonly string[])]

const withId = (document: JsonObject, published: JsonObject, [prefix, ...names]: Naming): JsonObject => ({
  ...document,
  'x-id': kept(document['x-id'], published['x-id']) ?? idFrom(prefix, ...names),
})

const kept = (...ids: readonly (Json | undefined)[]): string | undefined => ids.find(isStableId)

const items = (value: Json | undefined): readonly JsonObject[] => (isList(value) ? value.filter(isObject) : [])

const idsOf = (shown: JsonObject): JsonObject => ({
  module: objectAt(shown, 'x-module')?.['id'] ?? '',
  properties: Object.fromEntries(
    Object.entries(objectAt(shown, 'properties') ?? {}).flatMap(([name, schema]) => (isObject(schema) ? [[name, schema['x-id'] ?? '']] : [])),
  ),
})
