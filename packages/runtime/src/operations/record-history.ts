import type { Json } from '@telar/metadata'
import { type Caller, enterToRead } from './caller.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import { fileChange } from './file-changes.ts'
import { readRecord } from './get-record.ts'
import { isLinkOp, linkChanges } from './link-changes.ts'
import { type LedgerEvent, readLedger } from './read-ledger.ts'
import { shownFields } from './shown-fields.ts'

/** One change of a record: who, when, how, and old and new value of every field it touched, or the link it made. */
export interface HistoryEntry extends LedgerEvent {
  readonly changes: readonly FieldChange[]
  /** Of a link: `{link, module, record: {id, label}, attributes}`; of a file: `{file, name, type, size}`. */
  readonly detail: Json
}

export interface HistoryRequest {
  readonly module: string
  readonly id: string
  readonly limit: number
  /** Entries before this one (an `id` of an entry of the same record). */
  readonly before?: number
}

export interface History {
  /** Newest first; fewer than asked for where links among them may not be seen. */
  readonly entries: readonly HistoryEntry[]
  /** What `before` continues with; null at the beginning of the record. */
  readonly next: string | null
}

/** The ledger of one record; under today's right to read the record, or its last state if it is deleted. */
export const recordHistory = async (caller: Caller, request: HistoryRequest): Promise<History> => {
  const entered = enterToRead(caller, request.module)
  await readRecord(entered, { id: request.id, deleted: true, fields: new Set() })
  const shown = await shownFields(entered, request.id)
  const found = await readLedger(caller, entered.served, request)
  const page = found.slice(0, request.limit)
  const changes = await fieldChanges(entered, shown, page)
  const links = await linkChanges(entered, shown, page)
  const entries = page.map((row, index): HistoryEntry => ({
    ...row.entry,
    changes: changes[index] ?? [],
    detail: links[index] ?? fileChange(row),
  }))
  return {
    // A link that is not shown would still tell by its operation which record it leads to.
    entries: entries.filter(({ op, detail }) => detail !== null || !isLinkOp(op)),
    next: found.length > request.limit ? (entries.at(-1)?.id ?? null) : null,
  }
}
