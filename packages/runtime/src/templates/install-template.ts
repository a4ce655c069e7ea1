import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { openChangeset, putDocuments, type ChangesetPlace } from '../changesets/changeset.ts'
import { publishChangeset } from '../changesets/publish.ts'
import { replaySeed } from '../seed/replay-seed.ts'
import type { Services } from '../services.ts'
import type { Workspace } from '../storage/create-workspace.ts'
import { readDefinitionFolder } from './read-definition-folder.ts'

const shipped = path.resolve(import.meta.dirname, '../../../../templates')

/** A template's folder: a path as given, or one of those that come with Telar. */
export const templateFolder = (name: string): string | undefined => [path.resolve(name), path.resolve(shipped, name)].find(isDefinition)

/** The templates that come with Telar. */
export const knownTemplates = (): readonly string[] => (existsSync(shipped) ? readdirSync(shipped).filter((name) => isDefinition(path.join(shipped, name))) : [])

const isDefinition = (folder: string): boolean => existsSync(path.join(folder, 'telar.json'))

export interface Installation {
  readonly workspace: Workspace
  readonly folder: string
  readonly onRecords?: (done: number, all: number) => void
}

/** Publishes a template as the workspace's next version and plays its sample data. */
export const installTemplate = async (
  services: Services,
  { workspace, folder, onRecords }: Installation,
): Promise<{ readonly version: number; readonly records: number }> => {
  const place: ChangesetPlace = { pool: services.pool, workspace, actor: null }
  const { texts } = await readDefinitionFolder(folder)
  const changeset = await openChangeset(place, services.newId(), path.basename(folder))
  await putDocuments(place, changeset.id, texts)
  const version = await publishChangeset(place, changeset.id, path.basename(folder))
  const snapshot = await services.snapshots.refresh(workspace.slug)
  const seed = { folder: path.join(folder, 'seed'), ...(onRecords === undefined ? {} : { onRecords }) }
  const records = snapshot === undefined ? 0 : await replaySeed(services, snapshot, seed)
  return { version, records }
}
