import type pg from 'pg'
import type { Auth } from '../auth/index.ts'
import type { FileStore } from '../files/file-store.ts'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'

/** What chores work with. */
export interface ChoreServices {
  readonly pool: pg.Pool
  readonly snapshots: SnapshotStore
  readonly files: FileStore
  readonly auth: Pick<Auth, 'tidy'>
  readonly now: () => Date
}

/** Work that comes round by itself, on every node that works; it must bear being done by two at once. */
export interface Chore {
  readonly name: string
  /** Minutes between two rounds. */
  readonly every: number
  readonly run: (services: ChoreServices) => Promise<void>
}
