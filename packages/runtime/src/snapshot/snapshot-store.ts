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
  /** Calls back whenever another version is in use; answers the way to stop. */
  readonly onLoaded: (listener: (snapshot: Snapshot) => void) => () => void
}

export const createSnapshotStore = (pool: pg.Pool): SnapshotStore => {
  const snapshots = new Map<string, Snapshot>()
  const loading = new Map<string, Promise<Snapshot>>()
  const listeners = new Set<(snapshot: Snapshot) => void>()

  const use = (snapshot: Snapshot): void => {
    const known = snapshots.get(snapshot.workspace.slug)
    if (known !== undefined && known.version > snapshot.version) return
    snapshots.set(snapshot.workspace.slug, snapshot)
    if (known?.version !== snapshot.version) for (const listener of listeners) listener(snapshot)
  }

  const load = (workspace: Workspace): Promise<Snapshot> => {
    const running = loading.get(workspace.slug)
    if (running !== undefined) return running
    const started = loadSnapshot(pool, workspace)
      .then((snapshot) => {
        use(snapshot)
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
    onLoaded: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    refresh: async (slug) => {
      const known = snapshots.get(slug)
      if (known === undefined) return undefined
      const version = await publishedVersion(pool, known.workspace)
      if (version === known.version) return known
      const loaded = await load(known.workspace)
      // A load that was under way may have begun before this version was there.
      return loaded.version < version ? load(known.workspace) : loaded
    },
  }
}
