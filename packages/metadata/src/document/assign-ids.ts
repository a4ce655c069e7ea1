import { freeId, idFrom, type IdPrefix, isStableId } from '../ids.ts'
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
export const assignIds = (
  path: string,
  document: JsonObject,
  published: JsonObject | undefined,
): IdentifiedDocument => {
  const found = documentAt(path)
  const give = found === undefined ? undefined : givers[found.kind.kind]
  if (found === undefined || give === undefined) return { document, ids: undefined, shown: document }
  const identified = give(document, found.name, published ?? {})
  if (found.kind.kind !== 'module' || isObject(document['x-module']))
    return { document: identified, ids: undefined, shown: identified }
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
    properties: propertiesWithIds(objectAt(document, 'properties') ?? {}, objectAt(published, 'properties') ?? {}, {
      path: [name],
      taken: new Set(writtenIds(document)),
    }),
  }),
  options: (document, name, published) => ({
    ...withId(document, published, ['ol', name]),
    options: optionsWithIds(items(document['options']), items(published['options']), name),
  }),
  layout: (document, name, published) => withId(document, published, ['la', name]),
  view: (document, name, published) => withId(document, published, ['vi', name]),
  app: (document, name, published) => withId(document, published, ['ap', name]),
  role: (document, name, published) => withId(document, published, ['ro', name]),
  sharing: (document, name, published) => withId(document, published, ['sh', name]),
  navigation: (document, _name, published) => ({
    ...document,
    items: groupsWithIds(document['items'], groupsIn(published), new Set(writtenIds(document))),
  }),
}

/** Groups of the sidebar; what is no group has no id. */
const groupsWithIds = (list: Json | undefined, published: readonly JsonObject[], taken: Set<string>): readonly Json[] =>
  (isList(list) ? list : []).map((item) => {
    const group = isObject(item) ? item['group'] : undefined
    if (!isObject(item) || typeof group !== 'string') return item
    const known = published.find((other) => other['group'] === group) ?? {}
    return {
      ...withFreeId(item, known, { naming: ['na', group], taken }),
      items: groupsWithIds(item['items'], published, taken),
    }
  })

const groupsIn = (document: JsonObject): readonly JsonObject[] =>
  items(document['items']).flatMap((item) => (typeof item['group'] === 'string' ? [item, ...groupsIn(item)] : []))

const optionsWithIds = (
  options: readonly JsonObject[],
  published: readonly JsonObject[],
  list: string,
): readonly JsonObject[] => {
  const taken = new Set(writtenIds(options))
  return options.map((option) => {
    const value = option['value']
    const known = published.find((other) => other['value'] === value) ?? {}
    return withFreeId(option, known, { naming: ['op', list, JSON.stringify(value ?? null).replaceAll('"', '')], taken })
  })
}

/** Where properties are written, and the ids that others have. */
interface Surroundings {
  readonly path: readonly string[]
  readonly taken: Set<string>
}

const propertiesWithIds = (properties: JsonObject, published: JsonObject, { path, taken }: Surroundings): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      if (!isObject(schema)) return [name, schema]
      const known = objectAt(published, name) ?? {}
      const inside = { path: [...path, name], taken }
      return [name, withInner(withFreeId(schema, known, { naming: ['fi', ...path, name], taken }), known, inside)]
    }),
  )

/** Fields inside a composite value, its items or a link have ids of their own. */
const withInner = (schema: JsonObject, known: JsonObject, around: Surroundings): JsonObject => {
  const properties = objectAt(schema, 'properties')
  const holders = ['items', 'x-attributes'].flatMap((word) => {
    const holder = objectAt(schema, word)
    return holder === undefined ? [] : [[word, withInner(holder, objectAt(known, word) ?? {}, around)] as const]
  })
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : { properties: propertiesWithIds(properties, objectAt(known, 'properties') ?? {}, around) }),
    ...Object.fromEntries(holders),
  }
}

/** What an id is made of when it has to be made. */
type Naming = readonly [IdPrefix, ...(readonly string[])]

const withId = (document: JsonObject, published: JsonObject, [prefix, ...names]: Naming): JsonObject => ({
  ...document,
  'x-id': kept(document['x-id'], published['x-id']) ?? idFrom(prefix, ...names),
})

const withFreeId = (
  document: JsonObject,
  published: JsonObject,
  { naming: [prefix, ...names], taken }: { readonly naming: Naming; readonly taken: Set<string> },
): JsonObject => {
  if (kept(document['x-id']) !== undefined) return document
  const known = kept(published['x-id'])
  const id = known === undefined || taken.has(known) ? freeId(taken, prefix, ...names) : known
  taken.add(id)
  return { ...document, 'x-id': id }
}

/** The ids that a document's author wrote, wherever. */
const writtenIds = (value: Json): readonly string[] => {
  if (isList(value)) return value.flatMap(writtenIds)
  if (!isObject(value)) return []
  const id = value['x-id']
  return [...(isStableId(id) ? [id] : []), ...Object.values(value).flatMap(writtenIds)]
}

const kept = (...ids: readonly (Json | undefined)[]): string | undefined => ids.find(isStableId)

const items = (value: Json | undefined): readonly JsonObject[] => (isList(value) ? value.filter(isObject) : [])

const idsOf = (shown: JsonObject): JsonObject => ({
  module: objectAt(shown, 'x-module')?.['id'] ?? '',
  properties: Object.fromEntries(
    Object.entries(objectAt(shown, 'properties') ?? {}).flatMap(([name, schema]) =>
      isObject(schema) ? [[name, schema['x-id'] ?? '']] : [],
    ),
  ),
})
