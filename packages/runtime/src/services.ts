import type pg from 'pg'
import type { Logger } from 'pino'
import type { AccessCache } from './access/access-cache.ts'
import type { Auth, LocalAccess } from './auth/index.ts'
import type { RuntimeConfig } from './config.ts'
import type { EventHub } from './events/event-hub.ts'
import type { FileStore } from './files/file-store.ts'
import type { Metrics } from './http/metrics.ts'
import type { SnapshotStore } from './snapshot/snapshot-store.ts'
import type { Worker } from './worker/start-worker.ts'

/** What surfaces work with; made once by `createRuntime`. */
export interface Services {
  readonly config: RuntimeConfig
  readonly pool: pg.Pool
  readonly snapshots: SnapshotStore
  readonly auth: Auth
  /** What people may do in each workspace. */
  readonly access: AccessCache
  /** The way in for commands on this machine. */
  readonly local: LocalAccess
  /** Changes as they happen. */
  readonly events: EventHub
  readonly files: FileStore
  /** Undefined on a node that only answers requests. */
  readonly worker: () => Worker | undefined
  readonly metrics: Metrics
  readonly log: Logger
  readonly now: () => Date
  readonly newId: () => string
  /** 32 bytes that seal cursors. */
  readonly cursorKey: Buffer
}
