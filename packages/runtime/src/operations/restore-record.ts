import { rows } from '../database/pool.ts'
import { ident, type Sql, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { loadStates } from '../storage/record-state.ts'
import { markDeleted } from '../storage/record-writer.ts'
import { type Caller, enter, enterToRead } from './caller.ts'
import { isUuid, readRecord } from './get-record.ts'
import { refusal } from './granted-records.ts'
import { inTransaction } from './in-transaction.ts'
import { refuse } from './refuse.ts'
import { explainFailure, shownIssues, StaleSnapshot } from './write-guards.ts'
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
    const entered = enter(inside, 'restore', request.module)
    const { served, grant } = entered
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
    if (state === undefined) throw await refusal(entered, request.id, true)
    if (state.deletedOperation === state.id) await reviveCascade({ caller: inside, root: state.id })
    else await revive({ caller: inside, root: state.id }, served, [state.id])
    return readRecord(enterToRead(inside, request.module), { id: request.id })
  })

interface Revival {
  readonly caller: Caller
  /** The record whose deletion marked what comes back with it. */
  readonly root: string
}

const reviveCascade = async (revival: Revival): Promise<void> => {
  for (const served of revival.caller.snapshot.modules.values()) {
    const found = await rows(
      revival.caller.database,
      sql`select t.id from ${served.table} t where t.deleted_op = ${revival.root}::uuid and t.deleted_at is not null order by t.id for update`,
    )
    const ids = found.map(([id]) => String(id))
    if (ids.length > 0) await revive(revival, served, ids)
  }
}

const revive = async (revival: Revival, served: ServedModule, ids: readonly string[]): Promise<void> => {
  const { caller } = revival
  await refuseMissingTargets(revival, served, ids)
  const statement = markDeleted(writing(caller, served), { ids, deleted: false, mark: null })
  const done = await rows(caller.database, statement).catch((error: unknown) => {
    throw explainFailure({ caller, served }, { cells: {} }, error)
  })
  if (done.length < ids.length) throw new StaleSnapshot()
}

/** A target that went in the same cascade comes back with it. Held, so that nobody deletes it meanwhile. */
const refuseMissingTargets = async (revival: Revival, served: ServedModule, ids: readonly string[]): Promise<void> => {
  const { caller } = revival
  for (const { column, table } of served.writing.targets) {
    const link = sql`t.${ident(column)}`
    const missing = await rows(
      caller.database,
      sql`select 1 from ${served.table} t where t.id = any(${ids}::uuid[]) and ${link} is not null
          and not exists (${heldTarget(revival, table, link)}) limit 1`,
    )
    const field = [...served.module.fields.values()].find((one) => one.column === column)
    if (missing.length > 0)
      refuse(shownIssues({ caller, served }, 'LINK_MISSING', field === undefined ? [] : [field.name]))
  }
}

const heldTarget = ({ caller, root }: Revival, table: string, id: Sql): Sql =>
  sql`select from ${ident(caller.snapshot.workspace.schema, table)} x
      where x.id = ${id} and (x.deleted_at is null or x.deleted_op = ${root}::uuid) for share`
