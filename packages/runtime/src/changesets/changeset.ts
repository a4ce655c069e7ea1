import {
  assignIds,
  canonicalText,
  type Definition,
  documentAt,
  documentKinds,
  isObject,
  type Issue,
  type JsonObject,
  problem,
  readJson,
} from '@telar/metadata'
import type pg from 'pg'
import { type Database, rows, run, transaction } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { loadTexts, parseDefinition, publishedVersion } from '../snapshot/load-snapshot.ts'
import type { Workspace } from '../storage/create-workspace.ts'

/** A draft of changes to a definition; the only way in (change-sets.md). */
export interface Changeset {
  readonly id: string
  readonly title: string
  /** The version it began from. */
  readonly base: number
  readonly state: 'open' | 'published' | 'discarded'
  readonly publishedAs: number | null
  readonly createdAt: string
  readonly createdBy: string | null
}

export interface ChangesetPlace {
  readonly pool: pg.Pool
  readonly workspace: Workspace
  readonly actor: string | null
}

export const openChangeset = async (place: ChangesetPlace, id: string, title: string): Promise<Changeset> => {
  const base = await publishedVersion(place.pool, place.workspace)
  await run(
    place.pool,
    sql`insert into telar.changeset (id, workspace, title, base, created_by)
        values (${id}::uuid, ${place.workspace.id}::uuid, ${title}, ${base}::integer, ${place.actor}::uuid)`,
  )
  return findChangeset(place.pool, place.workspace, id)
}

export const findChangeset = async (database: Database, workspace: Workspace, id: string): Promise<Changeset> => {
  const [found] = await changesetRows(database, workspace, id)
  if (found === undefined) throw new TelarError('CHANGESET_UNKNOWN')
  return found
}

export const listChangesets = (database: Database, workspace: Workspace): Promise<readonly Changeset[]> =>
  changesetRows(database, workspace, null)

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const changesetRows = async (
  database: Database,
  workspace: Workspace,
  id: string | null,
): Promise<readonly Changeset[]> => {
  if (id !== null && !uuid.test(id)) return []
  const found = await rows(
    database,
    sql`select id, title, base, state, published_as, created_at, created_by from telar.changeset
        where workspace = ${workspace.id}::uuid and (${id}::uuid is null or id = ${id}::uuid) order by created_at desc limit 500`,
  )
  return found.map(([key, title, base, state, publishedAs, createdAt, createdBy]) => ({
    id: String(key),
    title: String(title),
    base: Number(base),
    state: state === 'published' || state === 'discarded' ? state : 'open',
    publishedAs: publishedAs === null ? null : Number(publishedAs),
    createdAt: String(createdAt),
    createdBy: typeof createdBy === 'string' ? createdBy : null,
  }))
}

/** A stored document with what is wrong with its text or place; shape and meaning are checked by the plan. */
export interface StoredDocument {
  readonly path: string
  readonly document: JsonObject
  readonly issues: readonly Issue[]
}

/** Puts documents (text as written) or removals (null) into an open change set; all or nothing. */
export const putDocuments = async (
  place: ChangesetPlace,
  id: string,
  documents: ReadonlyMap<string, string | null>,
): Promise<readonly StoredDocument[]> => {
  const published = await publishedVersion(place.pool, place.workspace)
  const known = withGivenIds(parseDefinition(await loadTexts(place.pool, place.workspace, published)), documents)
  const stored = [...documents].map(([path, text]) => prepare(path, text, known))
  const issues = stored.flatMap((one) => one.issues)
  if (issues.length > 0) throw new TelarError('DOCUMENT_INVALID', { issues })
  await transaction(place.pool, async (client) => {
    const changeset = await lockOpen(client, place.workspace, id)
    for (const { path, text } of stored.flatMap((one) => one.writes)) {
      await run(
        client,
        sql`insert into telar.changeset_document (changeset, path, text) values (${changeset.id}::uuid, ${path}, ${text})
            on conflict (changeset, path) do update set text = excluded.text`,
      )
    }
  })
  return stored.flatMap((one) => (one.shown === undefined ? [] : [{ path: one.path, document: one.shown, issues: [] }]))
}

/** Gives a draft up; what it held is kept, but it can no longer be published. */
export const discardChangeset = (place: ChangesetPlace, id: string): Promise<void> =>
  transaction(place.pool, async (client) => {
    const changeset = await lockOpen(client, place.workspace, id)
    await run(client, sql`update telar.changeset set state = 'discarded' where id = ${changeset.id}::uuid`)
  })

/** Ids that come in beside a foreign schema win over those that are published beside it. */
const withGivenIds = (known: Definition, documents: ReadonlyMap<string, string | null>): Definition => {
  const given = [...documents].flatMap(([path, text]) => {
    const value = path.startsWith('ids/') && text !== null ? readJson(text).value : undefined
    return isObject(value) ? [[path, value] as const] : []
  })
  return given.length === 0 ? known : new Map([...known, ...given])
}

/** The change set, kept open by nobody else until the transaction ends. */
export const lockOpen = async (client: pg.PoolClient, workspace: Workspace, id: string): Promise<Changeset> => {
  if (!uuid.test(id)) throw new TelarError('CHANGESET_UNKNOWN')
  await rows(client, sql`select 1 from telar.changeset where id = ${id}::uuid for update`)
  const changeset = await findChangeset(client, workspace, id)
  if (changeset.state !== 'open') throw new TelarError('CHANGESET_CLOSED', { params: { state: changeset.state } })
  return changeset
}

interface Prepared {
  readonly path: string
  readonly shown: JsonObject | undefined
  readonly writes: readonly { readonly path: string; readonly text: string | null }[]
  readonly issues: readonly Issue[]
}

const prepare = (path: string, text: string | null, known: Definition): Prepared => {
  const found = documentAt(path)
  if (found === undefined)
    throw new TelarError('DOCUMENT_PATH', { params: { path, examples: documentKinds.map((kind) => kind.example) } })
  if (text === null) return { path, shown: undefined, writes: removal(path, known), issues: [] }
  const reading = readJson(text)
  const issues = isObject(reading.value)
    ? reading.issues
    : [...reading.issues, problem('DOCUMENT_OBJECT', { file: path })]
  if (!isObject(reading.value) || issues.some((issue) => issue.severity === 'error')) {
    return { path, shown: undefined, writes: [], issues: issues.map((issue) => ({ ...issue, file: path })) }
  }
  const { document, ids, shown } = assignIds(path, reading.value, publishedWithIds(path, found.name, known))
  if (ids === undefined)
    return { path, shown, writes: [{ path, text: canonicalText(document) }, ...idsBeside(path, known)], issues: [] }
  const beside = { path: ids.path, text: canonicalText(ids.document) }
  return { path, shown, writes: [{ path, text }, beside], issues: [] }
}

/** A foreign module's ids lie beside it; they go with it, and when it carries its own from now on. */
const removal = (path: string, known: Definition): Prepared['writes'] => [
  { path, text: null },
  ...idsBeside(path, known),
]

const idsBeside = (path: string, known: Definition): Prepared['writes'] => {
  const beside = path.replace(/^modules\//, 'ids/')
  return beside !== path && known.has(beside) ? [{ path: beside, text: null }] : []
}

/** The published document with the ids that lie beside it, so that names find their ids again. */
const publishedWithIds = (path: string, name: string, known: Definition): JsonObject | undefined => {
  const document = known.get(path)
  const ids = path.startsWith('modules/') ? known.get(`ids/${name}.json`) : undefined
  if (ids === undefined) return document
  const properties = Object.entries((ids['properties'] ?? {}) as JsonObject) // oxlint-disable-line no-unsafe-type-assertion -- written by assignIds
  return {
    'x-module': { id: ids['module'] ?? null },
    properties: Object.fromEntries(properties.map(([key, id]) => [key, { 'x-id': id }])),
  }
}

/** The documents of a change set by path; null = removed. */
export const changesetTexts = async (database: Database, id: string): Promise<ReadonlyMap<string, string | null>> => {
  const found = await rows(
    database,
    sql`select path, text from telar.changeset_document where changeset = ${id}::uuid order by path`,
  )
  return new Map(found.map(([path, text]) => [String(path), typeof text === 'string' ? text : null]))
}

/** A definition with a change set laid over it. */
export const overlay = (
  base: ReadonlyMap<string, string>,
  changes: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> => {
  const texts = new Map(base)
  for (const [path, text] of changes) {
    if (text === null) texts.delete(path)
    else texts.set(path, text)
  }
  return texts
}
