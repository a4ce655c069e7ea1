import type { Module } from '@telar/metadata'
import { readingOf } from '../access/reading.ts'
import { rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import type { LedgerChange } from '../storage/ledger-reader.ts'
import type { Caller } from './caller.ts'

/** A change with the module as the current definition knows it. */
export interface VisibleChange {
  readonly change: LedgerChange
  readonly module: Module
}

/**
 * What of the ledger somebody may hear of: changes of records that he may see today, or could have seen when they were
 * deleted. One question for each module that is not open to him as a whole.
 */
export const visibleChanges = async (
  caller: Pick<Caller, 'database' | 'snapshot' | 'access'>,
  changes: readonly LedgerChange[],
): Promise<readonly VisibleChange[]> => {
  const visible = new Map<string, { readonly module: Module; readonly shows: (record: string) => boolean }>()
  for (const module of caller.snapshot.model.modules.values()) {
    const records = changes.flatMap((change) => (change.module === module.id ? [change.record] : []))
    if (records.length === 0) continue
    const shows = await shownAmong(caller, module, records)
    if (shows !== undefined) visible.set(module.id, { module, shows })
  }
  return changes.flatMap((change) => {
    const found = visible.get(change.module)
    return found?.shows(change.record) === true ? [{ change, module: found.module }] : []
  })
}

const shownAmong = async (
  caller: Pick<Caller, 'database' | 'snapshot' | 'access'>,
  module: Module,
  records: readonly string[],
): Promise<((record: string) => boolean) | undefined> => {
  const grant = caller.access.may('read', module)
  if (grant === undefined) return undefined
  if (grant.rows.type === 'always') return () => true
  const { tables } = readingOf(caller.snapshot, caller.access)
  const found = await rows(
    caller.database,
    sql`select t.id from ${tables.records(module.table)} t where t.id = any(${[...new Set(records)]}::uuid[])`,
  )
  const shown = new Set(found.map(([id]) => String(id)))
  return (record) => shown.has(record)
}
