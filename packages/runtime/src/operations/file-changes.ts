import type { Json } from '@telar/metadata'
import type { LedgerRow } from './read-ledger.ts'

/** Which file a row of the ledger gave to the record or took from it: `{file, name, type, size}`; null for all other rows. */
export const fileChange = ({ entry, detail }: LedgerRow): Json =>
  ['attach', 'detach'].includes(entry.op) ? (detail ?? null) : null
