import type { Definition, JsonObject } from '@telar/metadata'
import { type Database, rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import type { Workspace } from '../storage/create-workspace.ts'
import { compileSnapshot, type Snapshot } from './snapshot.ts'

export const publishedVersion = async (database: Database, workspace: Workspace): Promise<number> => {
  const found = await rows(database, sql`select published from telar.workspace where id = ${workspace.id}::uuid`)
  return Number(found[0]?.[0] ?? 0)
}

/** The documents of one version as written. Version 0 is the empty definition that a workspace begins with. */
export const loadTexts = async (
  database: Database,
  workspace: Workspace,
  version: number,
): Promise<ReadonlyMap<string, string>> => {
  const found = await rows(
    database,
    sql`select v.path, d.text from telar.version_document v join telar.document d on d.hash = v.hash
        where v.workspace = ${workspace.id}::uuid and v.n = ${version}::integer order by v.path`,
  )
  return new Map(found.map(([path, text]) => [String(path), String(text)]))
}

export const loadNames = async (database: Database, workspace: Workspace): Promise<ReadonlyMap<string, string>> => {
  const found = await rows(
    database,
    sql`select key, name from telar.physical_name where workspace = ${workspace.id}::uuid`,
  )
  return new Map(found.map(([key, name]) => [String(key), String(name)]))
}

/** Stored documents were checked when they came in, so their texts parse. */
export const parseDefinition = (texts: ReadonlyMap<string, string>): Definition =>
  new Map([...texts].map(([path, text]) => [path, JSON.parse(text) as JsonObject])) // oxlint-disable-line no-unsafe-type-assertion -- only objects are stored

/** Compiles the version that is published now. */
export const loadSnapshot = async (database: Database, workspace: Workspace): Promise<Snapshot> => {
  const version = await publishedVersion(database, workspace)
  const [texts, names] = [await loadTexts(database, workspace, version), await loadNames(database, workspace)]
  return compileSnapshot({ workspace, version, definition: parseDefinition(texts), names })
}
