import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Writing } from '../storage/record-writer.ts'
import type { Caller } from './caller.ts'

/** What a write of this caller carries: the version it works on, and who and why for every ledger row of the act. */
export const writing = (caller: Caller, served: ServedModule): Writing => ({
  place: served.writing,
  guard: caller.snapshot.guard,
  entry: { actor: caller.principal.id, source: caller.source, operation: caller.operation, at: caller.at },
  reader: served.reader,
})
