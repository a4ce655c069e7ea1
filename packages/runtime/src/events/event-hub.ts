import type pg from 'pg'
import type { Logger } from 'pino'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'
import type { Workspace } from '../storage/create-workspace.ts'
import { readChanges, settledPlace } from '../storage/ledger-reader.ts'
import { type FollowerState, LedgerFollower } from './follow-ledger.ts'

/** Live changes of this node: one follower for each workspace that somebody listens to. */
export interface EventHub {
  readonly follower: (workspace: Workspace) => LedgerFollower
  /** Changes were committed here. */
  readonly wake: (slug: string) => void
  /** Calls back whenever a version of this workspace was loaded; answers the way to stop. */
  readonly onVersion: (slug: string, listener: (version: number) => void) => () => void
  /** Calls back when the server is about to stop; answers the way to stop hearing of it. */
  readonly onStop: (listener: () => void) => () => void
  readonly states: () => readonly { readonly slug: string; readonly state: FollowerState }[]
  readonly stop: () => Promise<void>
}

interface HubPorts {
  readonly pool: pg.Pool
  readonly snapshots: SnapshotStore
  readonly log: Logger
}

/** Rows that one query of a follower takes at most. */
const batch = 500

export const createEventHub = ({ pool, snapshots, log }: HubPorts): EventHub => {
  const followers = new Map<string, LedgerFollower>()
  const stopListeners = new Set<() => void>()
  let isStopped = false
  return {
    follower: (workspace) => {
      const known = followers.get(workspace.slug)
      if (known !== undefined) return known
      const made = new LedgerFollower({
        read: (after) => readChanges(pool, workspace.schema, { after, limit: batch }),
        start: () => settledPlace(pool),
        onFailure: (error) => log.warn({ err: error }, 'the ledger could not be read; it is tried again'),
      })
      followers.set(workspace.slug, made)
      return made
    },
    wake: (slug) => followers.get(slug)?.wake(),
    onVersion: (slug, listener) =>
      snapshots.onLoaded((snapshot) => {
        if (snapshot.workspace.slug === slug) listener(snapshot.version)
      }),
    onStop: (listener) => {
      if (isStopped) listener()
      stopListeners.add(listener)
      return () => void stopListeners.delete(listener)
    },
    states: () => [...followers].map(([slug, follower]) => ({ slug, state: follower.state() })),
    stop: async () => {
      isStopped = true
      for (const listener of stopListeners) listener()
      await Promise.all([...followers.values()].map((follower) => follower.stop()))
    },
  }
}
