import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { openChangeset, putDocuments, type ChangesetPlace } from '../changesets/changeset.ts'
import { publishChangeset } from '../changesets/publish.ts'
import { rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { replaySeed } from '../seed/replay-seed.ts'
import type { Services } from '../services.ts'
import { publishedVersion } from '../snapshot/load-snapshot.ts'
import type { Workspace } from '../storage/create-workspace.ts'
import { readDefinitionFolder } from './read-definition-folder.ts'

const shipped = path.resolve(import.meta.dirname, '../../../../templates')

/** A template's folder: a path as given, or one of those that come with Telar. */
export const templateFolder = (name: string): string | undefined =>
  [path.resolve(name), path.resolve(shipped, name)].find(isDefinition)

/** The templates that come with Telar. */
export const knownTemplates = (): readonly string[] =>
  existsSync(shipped) ? readdirSync(shipped).filter((name) => isDefinition(path.join(shipped, name))) : []

const isDefinition = (folder: string): boolean => existsSync(path.join(folder, 'telar.json'))

export interface Installation {
  readonly workspace: Workspace
  readonly folder: string
  readonly onRecords?: (done: number, all: number) => void
}

/**
 * Publishes a template as the first version of an empty workspace and plays its sample data. A start that was killed
 * in between is finished by the next one. Gives the number of records made.
 */
export const installTemplate = async (
  services: Services,
  { workspace, folder, onRecords }: Installation,
): Promise<number> => {
  if ((await publishedVersion(services.pool, workspace)) === 0) await publishFolder(services, workspace, folder)
  const snapshot = await services.snapshots.refresh(workspace.slug)
  if (snapshot === undefined || snapshot.version > 1 || (await hasSampleData(services, workspace))) return 0
  return replaySeed(services, snapshot, {
    folder: path.join(folder, 'seed'),
    ...(onRecords === undefined ? {} : { onRecords }),
  })
}

const hasSampleData = async (services: Services, workspace: Workspace): Promise<boolean> =>
  (
    await rows(
      services.pool,
      sql`select 1 from telar.audit where workspace = ${workspace.id}::uuid and act = 'seed' limit 1`,
    )
  ).length > 0

const publishFolder = async (services: Services, workspace: Workspace, folder: string): Promise<void> => {
  const place: ChangesetPlace = { pool: services.pool, workspace, actor: null }
  const { texts } = await readDefinitionFolder(folder)
  const changeset = await openChangeset(place, services.newId(), path.basename(folder))
  await putDocuments(place, changeset.id, texts)
  await publishChangeset(place, changeset.id, path.basename(folder))
}
