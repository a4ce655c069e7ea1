import { pointerTo, problem } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { loadStates, type RecordState } from '../storage/record-state.ts'
import { markDeleted } from '../storage/record-writer.ts'
import { type Caller, enter } from './caller.ts'
import { isUuid, readRecord } from './get-record.ts'
import { inTransaction } from './in-transaction.ts'
import { refuse } from './refuse.ts'
import { explainFailure, StaleSnapshot } from './write-guards.ts'
import { writing } from './writing.ts'

/**
 * Brings a deleted record back with exactly those that its own deletion took along; uniqueness and link targets are
 * checked again. A record that another one's deletion took along comes back alone.
 */
export const restoreRecord = (
  caller: Caller,
  request: { readonly module: string; readonly id: string },
): Promise<WireRecord> =>
  inTransaction(caller, async (inside) => {
    const { served, grant } = enter(inside, 'restore', request.module)
    const { schema } = inside.snapshot.workspace
    if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
    const where = sql`t.id = ${request.id}::uuid and t.deleted_at is not null`
    const [state] = await loadStates(inside.database, {
      schema,
      module: served.module,
      where,
      scope: grant.rows,
      lock: true,
    })
    if (state === undefined) throw new TelarError('RECORD_UNKNOWN')
    await revive({ caller: inside, root: state.id }, served, state)
    if (state.deletedOperation === state.id) await reviveCascade({ caller: inside, root: state.id })
    return readRecord(enter(inside, 'read', request.module), { id: request.id })
  })

interface Revival {
  readonly caller: Caller
  /** The record whose deletion marked what comes back with it. */
  readonly root: string
}

const revive = async (revival: Revival, served: ServedModule, state: RecordState): Promise<void> => {
  const { caller } = revival
  await refuseMissingTargets(revival, served, state)
  const done = await rows(
    caller.database,
    markDeleted(writing(caller, served), { id: state.id, deleted: false, mark: null }),
  ).catch((error: unknown) => {
    throw explainFailure(served, state, error)
  })
  if (done.length === 0) throw new StaleSnapshot()
}

/** A target that went in the same cascade comes back with it. Held, so that nobody deletes it meanwhile. */
const refuseMissingTargets = async (
  { caller, root }: Revival,
  served: ServedModule,
  state: RecordState,
): Promise<void> => {
  for (const target of served.writing.targets) {
    const id = state.cells[target.column]
    if (typeof id !== 'string') continue
    const table = ident(caller.snapshot.workspace.schema, target.table)
    const found = await rows(
      caller.database,
      sql`select 1 from ${table} where id = ${id}::uuid and (deleted_at is null or deleted_op = ${root}::uuid) for share`,
    )
    if (found.length > 0) continue
    const field = [...served.module.fields.values()].find((one) => one.column === target.column)
    refuse([problem('LINK_MISSING', { pointer: pointerTo(field?.name ?? ''), params: { field: field?.title ?? '' } })])
  }
}

const reviveCascade = async (revival: Revival): Promise<void> => {
  const { schema } = revival.caller.snapshot.workspace
  for (const served of revival.caller.snapshot.modules.values()) {
    const where = sql`t.deleted_op = ${revival.root}::uuid and t.deleted_at is not null`
    const states = await loadStates(revival.caller.database, { schema, module: served.module, where, lock: true })
    for (const state of states) await revive(revival, served, state)
  }
}
