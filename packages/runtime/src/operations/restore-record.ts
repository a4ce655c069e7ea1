import { pointerTo, problem } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { loadStates, type RecordState } from '../storage/record-state.ts'
import { markDeleted } from '../storage/record-writer.ts'
import { type Caller, enter } from './caller.ts'
import { refuse } from './refuse.ts'
import { isUuid, readRecord } from './get-record.ts'
import { inTransaction } from './in-transaction.ts'
import { explainFailure, StaleSnapshot } from './write-guards.ts'
import { writing } from './writing.ts'

/** Brings a deleted record back with exactly those that its deletion took along; uniqueness and link targets are checked again. */
export const restoreRecord = (caller: Caller, request: { readonly module: string; readonly id: string }): Promise<WireRecord> =>
  inTransaction(caller, async (inside) => {
    const { served, grant } = enter(inside, 'restore', request.module)
    const { schema } = inside.snapshot.workspace
    if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
    const where = sql`t.id = ${request.id}::uuid and t.deleted_at is not null`
    const [state] = await loadStates(inside.database, { schema, module: served.module, where, scope: grant.rows, lock: true })
    if (state === undefined) throw new TelarError('RECORD_UNKNOWN')
    await revive(inside, served, state)
    if (state.deletedOperation !== null) await reviveCascade(inside, state.deletedOperation)
    return readRecord(enter(inside, 'read', request.module), { id: request.id })
  })

const revive = async (caller: Caller, served: ServedModule, state: RecordState): Promise<void> => {
  await refuseMissingTargets(caller, served, state)
  const target = { id: state.id, version: state.version, deleted: false, mark: null }
  const done = await rows(caller.database, markDeleted(writing(caller, served), target)).catch((error: unknown) => {
    throw explainFailure(served, caller.snapshot.workspace.schema, error)
  })
  if (done.length === 0) throw new StaleSnapshot()
}

/** A target that went in the same cascade comes back with it. */
const refuseMissingTargets = async (caller: Caller, served: ServedModule, state: RecordState): Promise<void> => {
  for (const target of served.writing.targets) {
    const id = state.cells[target.column]
    if (typeof id !== 'string') continue
    const table = ident(caller.snapshot.workspace.schema, target.table)
    const found = await rows(
      caller.database,
      sql`select 1 from ${table} where id = ${id}::uuid and (deleted_at is null or deleted_op = ${state.deletedOperation}::uuid)`,
    )
    if (found.length > 0) continue
    const field = [...served.module.fields.values()].find((one) => one.column === target.column)
    refuse([problem('LINK_MISSING', { pointer: pointerTo(field?.name ?? ''), params: { field: field?.title ?? '' } })])
  }
}

const reviveCascade = async (caller: Caller, operation: string): Promise<void> => {
  const { schema } = caller.snapshot.workspace
  for (const served of caller.snapshot.modules.values()) {
    const where = sql`t.deleted_op = ${operation}::uuid and t.deleted_at is not null`
    for (const state of await loadStates(caller.database, { schema, module: served.module, where, lock: true })) await revive(caller, served, state)
  }
}
