import type { LedgerEntry } from '../storage/record-writer.ts'
import type { Caller } from './caller.ts'

/** Who and why, for every ledger row of this act. */
export const ledgerEntry = (caller: Caller): LedgerEntry => ({
  actor: caller.principal.id,
  source: caller.source,
  operation: caller.operation,
  at: caller.at,
})
