import type pg from 'pg'
import type { Workspace } from '../storage/create-workspace.ts'
import { loadSnapshot, publishedVersion } from './load-snapshot.ts'
import type { Snapshot } from './snapshot.ts'

/** The current snapshot of each workspace on this node. */
export interface SnapshotStore {
  readonly workspaces: () => readonly Workspace[]
  readonly current: (slug: string) => Snapshot | undefined
  /** Loads the published version if it is not the one in use. */
  readonly refresh: (slug: string) => Promise<Snapshot | undefined>
  readonly add: (workspace: Workspace) => Promise<void>
}

export const createSnapshotStore = (pool: pg.Pool): SnapshotStore => {
  const snapshots = new Map<string, Snapshot>()
  const loading = new Map<string, Promise<Snapshot>>()

  const load = (workspace: Workspace): Promise<Snapshot> => {
    const running = loading.get(workspace.slug)
    if (running !== undefined) return running
    const started = loadSnapshot(pool, workspace)
      .then((snapshot) => {
        const known = snapshots.get(workspace.slug)
        if (known === undefined || known.version <= snapshot.version) snapshots.set(workspace.slug, snapshot)
        return snapshot
      })
      .finally(() => loading.delete(workspace.slug))
    loading.set(workspace.slug, started)
    return started
  }

  return {
    workspaces: () => [...snapshots.values()].map((snapshot) => snapshot.workspace),
    current: (slug) => snapshots.get(slug),
    add: async (workspace) => {
      await load(workspace)
    },
    refresh: async (slug) => {
      const known = snapshots.get(slug)
      if (known === undefined) return undefined
      const version = await publishedVersion(pool, known.workspace)
      return version === known.version ? known : load(known.workspace)
    },
  }
}
