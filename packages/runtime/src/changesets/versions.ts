import { appendAudit } from '../audit/append-audit.ts'
import { type Database, rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { loadTexts, publishedVersion } from '../snapshot/load-snapshot.ts'
import type { Workspace } from '../storage/create-workspace.ts'
import { type Changeset, type ChangesetPlace, openChangeset, putDocuments } from './changeset.ts'

export interface PublishedVersion {
  readonly n: number
  readonly at: string
  readonly by: string | null
  readonly message: string
}

export const listVersions = async (database: Database, workspace: Workspace): Promise<readonly PublishedVersion[]> => {
  const found = await rows(
    database,
    sql`select n, at, by, message from telar.version where workspace = ${workspace.id}::uuid order by n desc`,
  )
  return found.map(([n, at, by, message]) => ({
    n: Number(n),
    at: String(at),
    by: typeof by === 'string' ? by : null,
    message: String(message),
  }))
}

/** An open change set that leads back to version `n`; publishing it is refused where it would lose data. */
export const restoreVersion = async (place: ChangesetPlace, id: string, n: number): Promise<Changeset> => {
  const known = await listVersions(place.pool, place.workspace)
  if (!known.some((version) => version.n === n)) throw new TelarError('NOT_FOUND')
  const wanted = await loadTexts(place.pool, place.workspace, n)
  const now = await loadTexts(place.pool, place.workspace, await publishedVersion(place.pool, place.workspace))
  const changes = new Map<string, string | null>()
  for (const path of new Set([...wanted.keys(), ...now.keys()])) {
    if (path.startsWith('ids/')) continue
    const text = wanted.get(path) ?? null
    if (text !== (now.get(path) ?? null)) changes.set(path, text)
  }
  const changeset = await openChangeset(place, id, `↶ ${n}`)
  await putDocuments(place, id, changes)
  await appendAudit(place.pool, {
    workspace: place.workspace.id,
    actor: place.actor ?? undefined,
    act: 'restore-version',
    detail: { version: n, changeset: id },
  })
  return changeset
}
