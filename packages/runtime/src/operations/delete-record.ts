import { type Field, type Issue, type Module, problem } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { loadStates, type RecordState } from '../storage/record-state.ts'
import { markDeleted } from '../storage/record-writer.ts'
import { type Caller, enter, servedModule } from './caller.ts'
import { isUuid } from './get-record.ts'
import { inTransaction } from './in-transaction.ts'
import { updateRecord } from './update-record.ts'
import { StaleSnapshot } from './write-guards.ts'
import { writing } from './writing.ts'

export interface DeleteRequest {
  readonly module: string
  readonly id: string
  readonly version: number | 'any'
}

/** How many records one delete may take with it. */
const cascadeLimit = 10_000

/** Soft delete with what the links to the record ask for: refuse, delete along, or clear (decisions.md 20). All or nothing. */
export const deleteRecord = (caller: Caller, request: DeleteRequest): Promise<void> =>
  inTransaction(caller, async (inside) => {
    const { served, grant } = enter(inside, 'delete', request.module)
    const { schema } = inside.snapshot.workspace
    if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
    const where = sql`t.id = ${request.id}::uuid and t.deleted_at is null`
    const [state] = await loadStates(inside.database, { schema, module: served.module, where, scope: grant.rows, lock: true })
    if (state === undefined) throw new TelarError('RECORD_UNKNOWN')
    if (request.version !== 'any' && request.version !== state.version) throw new TelarError('VERSION_STALE', { params: { version: state.version } })
    await remove({ caller: inside, mark: inside.newId(), removed: new Set() }, served, state)
  })

/** One delete with all that it takes along. */
interface Cascade {
  readonly caller: Caller
  readonly mark: string
  readonly removed: Set<string>
}

const remove = async (cascade: Cascade, served: ServedModule, state: RecordState): Promise<void> => {
  const { caller } = cascade
  if (cascade.removed.has(state.id)) return
  cascade.removed.add(state.id)
  if (cascade.removed.size > cascadeLimit) throw new TelarError('IN_USE')
  await mark(cascade, served, state)
  const referrers = referrersOf(caller, served.module)
  await refuseRestricted(cascade, referrers, state)
  for (const { module, field } of referrers) {
    if (field.link?.onDelete === 'restrict') continue
    const other = servedModule(caller, module.name)
    for (const linked of await linkedStates(caller, { other, field }, state.id)) {
      if (field.link?.onDelete === 'cascade') await remove(cascade, other, linked)
      else await updateRecord(caller, { module: module.name, id: linked.id, data: { [field.name]: null }, version: 'any' })
    }
  }
}

const mark = async ({ caller, mark: operation }: Cascade, served: ServedModule, state: RecordState): Promise<void> => {
  const target = { id: state.id, version: state.version, deleted: true, mark: operation }
  const done = await rows(caller.database, markDeleted(writing(caller, served), target))
  if (done.length === 0) throw new StaleSnapshot()
}

interface Referrer {
  readonly module: Module
  readonly field: Field
}

const referrersOf = (caller: Caller, target: Module): readonly Referrer[] =>
  [...caller.snapshot.model.modules.values()].flatMap((module) =>
    [...module.fields.values()]
      .filter((field) => field.storage.type === 'link' && field.link?.module === target.name)
      .map((field) => ({ module, field })),
  )

/** Records that go in the same cascade do not hold each other back. */
const refuseRestricted = async ({ caller, removed }: Cascade, referrers: readonly Referrer[], state: RecordState): Promise<void> => {
  const issues: Issue[] = []
  for (const { module, field } of referrers.filter((one) => one.field.link?.onDelete === 'restrict')) {
    const linked = await rows(
      caller.database,
      sql`select count(*) from (select 1 from ${ident(caller.snapshot.workspace.schema, module.table)} t
          where t.${ident(field.column)} = ${state.id}::uuid and t.deleted_at is null and not (t.id = any(${[...removed]}::uuid[])) limit 1000) x`,
    )
    const count = Number(linked[0]?.[0] ?? 0)
    if (count > 0) issues.push(problem('STILL_LINKED', { params: { module: module.plural, field: field.title, count } }))
  }
  if (issues.length > 0) throw new TelarError('IN_USE', { issues })
}

const linkedStates = (caller: Caller, { other, field }: { readonly other: ServedModule; readonly field: Field }, id: string): Promise<readonly RecordState[]> =>
  loadStates(caller.database, {
    schema: caller.snapshot.workspace.schema,
    module: other.module,
    where: sql`t.${ident(field.column)} = ${id}::uuid and t.deleted_at is null`,
    lock: true,
  })
