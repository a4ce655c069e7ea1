import type { Filter, Json, JsonObject } from '@telar/metadata'
import { aggregateOf, type AggregateAnswer, type AggregateQuery } from './aggregate.ts'
import { historyOf, type HistoryPage } from './history.ts'
import { listOf, numberOf, objectOf, textOrNull } from './parse.ts'
import type { Send } from './send.ts'

/** A record as the server gives it: flat, its fields by their names; fields one may not read are absent. */
export type RecordData = JsonObject & { readonly id: string; readonly version: number }

export interface ListQuery {
  readonly filter?: Filter | undefined
  /** Only records whose searchable text has all of these words, forgiving as a search is. */
  readonly q?: string | undefined
  /** Field names, `-` in front for descending. */
  readonly sort?: readonly string[] | undefined
  readonly fields?: readonly string[] | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly count?: 'none' | 'estimated' | 'exact' | undefined
  readonly asOf?: string | undefined
  readonly deleted?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

export interface ListPage {
  readonly records: readonly RecordData[]
  /** Cursor of the page after this one; null at the end. */
  readonly next: string | null
  readonly count: { readonly value: number; readonly exact: boolean } | null
  /** Of linked records: what each link says about itself, by the id of the record; empty where links have no fields. */
  readonly attributes: Readonly<Record<string, JsonObject>>
}

/** The other end of a link: `link` is the name of an inverse or of a many-to-many field. */
export interface LinkEnd {
  readonly link: string
  readonly target: string
  readonly attributes?: JsonObject
}

/** Everything that can be done with the records of one module. */
export interface Records {
  readonly list: (query?: ListQuery) => Promise<ListPage>
  readonly get: (id: string, options?: { readonly asOf?: string | undefined }) => Promise<RecordData>
  readonly create: (data: JsonObject) => Promise<RecordData>
  /** Sends the changed fields only; a version that is no longer the newest is refused with status 409. */
  readonly update: (id: string, version: number | '*', changes: JsonObject) => Promise<RecordData>
  readonly remove: (id: string, version?: number) => Promise<void>
  readonly restore: (id: string) => Promise<RecordData>
  readonly history: (
    id: string,
    options?: { readonly before?: string | undefined; readonly limit?: number },
  ) => Promise<HistoryPage>
  readonly links: (id: string, link: string, query?: ListQuery) => Promise<ListPage>
  readonly link: (id: string, end: LinkEnd) => Promise<void>
  readonly unlink: (id: string, end: LinkEnd) => Promise<void>
  readonly batch: (body: JsonObject) => Promise<JsonObject>
  readonly aggregate: (query: AggregateQuery) => Promise<AggregateAnswer>
}

/** Longer than this, a list travels in a body: proxies cut long addresses. */
const longestQuery = 1500

export const createRecords = (send: Send, root: string): Records => {
  const one = (id: string) => `${root}/${encodeURIComponent(id)}`
  return {
    list: async (query = {}) => pageOf(await send(listCall(root, query))),
    get: async (id, options = {}) => recordOf(await send({ path: one(id), query: { asOf: options.asOf } })),
    create: async (data) => recordOf(await send({ method: 'POST', path: root, body: data })),
    update: async (id, version, changes) =>
      recordOf(
        await send({ method: 'PATCH', path: one(id), headers: { 'if-match': ifMatch(version) }, body: changes }),
      ),
    remove: async (id, version) => {
      const headers = version === undefined ? {} : { 'if-match': ifMatch(version) }
      await send({ method: 'DELETE', path: one(id), headers })
    },
    restore: async (id) => recordOf(await send({ method: 'POST', path: `${one(id)}/restore` })),
    history: async (id, options = {}) =>
      historyOf(
        await send({ path: `${one(id)}/history`, query: { before: options.before, limit: numeral(options.limit) } }),
      ),
    links: async (id, link, query = {}) =>
      pageOf(await send({ path: `${one(id)}/links/${link}`, query: addressQuery(query) })),
    link: async (id, { link, target, attributes }) => {
      const body = { id: target, ...(attributes === undefined ? {} : { attributes }) }
      await send({ method: 'POST', path: `${one(id)}/links/${link}`, body })
    },
    unlink: async (id, { link, target }) => {
      await send({ method: 'DELETE', path: `${one(id)}/links/${link}`, body: { id: target } })
    },
    batch: async (body) => objectOf(await send({ method: 'POST', path: `${root}/batch`, body })),
    aggregate: async (query) =>
      aggregateOf(await send({ method: 'POST', path: `${root}/aggregate`, body: plain(query) })),
  }
}

const ifMatch = (version: number | '*'): string => (version === '*' ? '*' : `"${String(version)}"`)

const numeral = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value))

const listCall = (root: string, query: ListQuery) => {
  const { filter } = addressQuery(query)
  if ((filter?.length ?? 0) > longestQuery) {
    return { method: 'POST', path: `${root}/query`, body: listBody(query), signal: query.signal } as const
  }
  return { path: root, query: addressQuery(query), signal: query.signal } as const
}

const addressQuery = (query: ListQuery) => ({
  filter: query.filter === undefined ? undefined : JSON.stringify(query.filter),
  q: query.q,
  sort: query.sort?.join(',') || undefined,
  fields: query.fields?.join(','),
  limit: numeral(query.limit),
  cursor: query.cursor,
  count: query.count,
  asOf: query.asOf,
  deleted: query.deleted === undefined ? undefined : String(query.deleted),
})

/** The same parameters as in the address, only the filter and the numbers as JSON. */
const listBody = (query: ListQuery): JsonObject => {
  const { signal: _signal, ...rest } = query
  return plain(rest)
}

/** Through text, so that absent settings are absent and a filter is plain JSON. */
const plain = (value: object): JsonObject => objectOf(JSON.parse(JSON.stringify(value)))

const pageOf = (answer: unknown): ListPage => {
  const page = objectOf(answer)
  const count = page['count']
  return {
    records: listOf(page['records']).map(recordOf),
    next: textOrNull(page['next']),
    count: count === undefined || count === null ? null : countOf(objectOf(count)),
    attributes: Object.fromEntries(
      Object.entries(objectOf(page['attributes'])).map(([id, said]) => [id, objectOf(said)]),
    ),
  }
}

const countOf = (count: JsonObject) => ({ value: numberOf(count['value']), exact: count['exact'] === true })

/** The server answers records of the documented shape; only the two parts every record has are made sure of. */
const recordOf = (value: unknown): RecordData => {
  const record = objectOf(value)
  const id: Json = record['id'] ?? ''
  return { ...record, id: typeof id === 'string' ? id : '', version: numberOf(record['version']) }
}
