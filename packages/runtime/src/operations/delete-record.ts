import { type Field, type Issue, type Module, problem } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, type Sql, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { loadStates } from '../storage/record-state.ts'
import { markDeleted } from '../storage/record-writer.ts'
import { type Caller, enter, readableModule, servedModule, withoutLimits } from './caller.ts'
import { isUuid } from './get-record.ts'
import { refusal } from './granted-records.ts'
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
    const entered = enter(inside, 'delete', request.module)
    const { served, grant } = entered
    const { schema } = inside.snapshot.workspace
    if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
    const where = sql`t.id = ${request.id}::uuid and t.deleted_at is null`
    const [state] = await loadStates(inside.database, {
      schema,
      module: served.module,
      where,
      scope: grant.rows,
      lock: true,
    })
    if (state === undefined) throw await refusal(entered, request.id)
    if (request.version !== 'any' && request.version !== state.version)
      throw new TelarError('VERSION_STALE', { params: { version: state.version } })
    const cascade: Cascade = { caller: inside, root: state.id, removed: new Map(), kept: [] }
    await removeAll(cascade, new Map([[served, [state.id]]]))
    await refuseRestricted(cascade)
  })

/** One delete with all that it takes along. */
interface Cascade {
  readonly caller: Caller
  /** Marks the rows, so that restoring this record brings back exactly those. */
  readonly root: string
  /** Ids by module. */
  readonly removed: Map<ServedModule, Set<string>>
  /** Records that need their link to one of the removed. */
  readonly kept: KeptLink[]
}

/** Ids by module that go next. */
type Level = ReadonlyMap<ServedModule, readonly string[]>

/** Link by link away from the record, each step for all records at once. */
const removeAll = async (cascade: Cascade, first: Level): Promise<void> => {
  let level = first
  while (level.size > 0) level = await removeLevel(cascade, level)
}

const removeLevel = async (cascade: Cascade, level: Level): Promise<Level> => {
  const next = new Map<ServedModule, readonly string[]>()
  for (const [served, ids] of level) {
    const fresh = newIds(cascade, served, ids)
    if (fresh.length === 0) continue
    await mark(cascade, served, fresh)
    for (const referrer of referrersOf(cascade.caller, served.module)) {
      if (referrer.field.link?.onDelete === 'restrict') continue
      const linked = await linkedIds(cascade.caller, referrer, fresh)
      if (referrer.field.link?.onDelete === 'clear') await clearAll(cascade, referrer, linked)
      else if (linked.length > 0) next.set(referrer.served, [...(next.get(referrer.served) ?? []), ...linked])
    }
  }
  return next
}

/** Those that have not been removed yet; from here on they count as such. */
const newIds = (cascade: Cascade, served: ServedModule, ids: readonly string[]): readonly string[] => {
  const removed = cascade.removed.get(served) ?? new Set()
  const fresh = [...new Set(ids)].filter((id) => !removed.has(id))
  cascade.removed.set(served, new Set([...removed, ...fresh]))
  refuseTooMany(cascade)
  return fresh
}

/** Rows are held by now, so that their version need not be looked at. */
const mark = async ({ caller, root }: Cascade, served: ServedModule, ids: readonly string[]): Promise<void> => {
  const done = await rows(caller.database, markDeleted(writing(caller, served), { ids, deleted: true, mark: root }))
  if (done.length < ids.length) throw new StaleSnapshot()
}

const clearAll = async ({ caller, kept }: Cascade, referrer: Referrer, ids: readonly string[]): Promise<void> => {
  const { module } = referrer.served
  for (const id of ids) {
    try {
      await updateRecord(withoutLimits(caller), {
        module: module.name,
        id,
        data: { [referrer.field.name]: null },
        version: 'any',
      })
    } catch (error) {
      if (!(error instanceof TelarError) || error.code !== 'INVALID') throw error
      kept.push({ referrer, id })
    }
  }
}

interface Referrer {
  readonly served: ServedModule
  readonly field: Field
}

interface KeptLink {
  readonly referrer: Referrer
  readonly id: string
}

const referrersOf = (caller: Caller, target: Module): readonly Referrer[] =>
  [...caller.snapshot.model.modules.values()].flatMap((module) =>
    [...module.fields.values()]
      .filter((field) => field.storage.type === 'link' && field.link?.module === target.name)
      .map((field) => ({ served: servedModule(caller, module.name), field })),
  )

/** Asked at the end: records that go in the same cascade do not hold each other back. */
const refuseRestricted = async (cascade: Cascade): Promise<void> => {
  const { caller } = cascade
  const issues: Issue[] = []
  for (const { referrer, where } of [...keptLinks(cascade), ...restrictedLinks(cascade)]) {
    if ((await countLinked(caller, referrer.served.table, where)) > 0)
      issues.push(await stillLinked(caller, referrer, where))
  }
  if (issues.length > 0) throw new TelarError('IN_USE', { issues })
}

/** Links that hold a record back, as a condition on the rows that have them. */
interface Hold {
  readonly referrer: Referrer
  readonly where: Sql
}

const keptLinks = ({ kept }: Cascade): readonly Hold[] =>
  [...Map.groupBy(kept, ({ referrer }) => referrer.field).values()].flatMap((links) =>
    links.slice(0, 1).map(({ referrer }) => ({
      referrer,
      where: sql`t.id = any(${links.map(({ id }) => id)}::uuid[]) and t.${ident(referrer.field.column)} is not null`,
    })),
  )

const restrictedLinks = ({ caller, removed }: Cascade): readonly Hold[] =>
  [...removed].flatMap(([served, ids]) =>
    referrersOf(caller, served.module)
      .filter(({ field }) => field.link?.onDelete === 'restrict')
      .map((referrer) => ({
        referrer,
        where: sql`t.${ident(referrer.field.column)} = any(${[...ids]}::uuid[])`,
      })),
  )

/** Counts what the caller may see; whoever sees none of it is told no more than that something links here. */
const stillLinked = async (caller: Caller, { served, field }: Referrer, where: Sql): Promise<Issue> => {
  const readable = readableModule(caller, served.module.name)
  const count =
    readable?.served.module.fields.has(field.name) === true
      ? await countLinked(caller, readable.reading.tables.records(served.module.table), where)
      : 0
  return count > 0
    ? problem('STILL_LINKED', { params: { module: served.module.plural, field: field.title, count } })
    : problem('STILL_LINKED_UNSEEN')
}

const countLinked = async (caller: Caller, table: Sql, where: Sql): Promise<number> => {
  const found = await rows(
    caller.database,
    sql`select count(*) from (select 1 from ${table} t where ${where} and t.deleted_at is null limit 1000) x`,
  )
  return Number(found[0]?.[0] ?? 0)
}

const refuseTooMany = ({ removed }: Cascade): void => {
  const count = [...removed.values()].reduce((sum, ids) => sum + ids.size, 0)
  if (count > cascadeLimit)
    throw new TelarError('IN_USE', { issues: [problem('CASCADE_TOO_LARGE', { params: { limit: cascadeLimit } })] })
}

/** Living records that link to one of these, held until the act is over. */
const linkedIds = async (
  caller: Caller,
  { served, field }: Referrer,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const found = await rows(
    caller.database,
    sql`select t.id from ${served.table} t
        where t.${ident(field.column)} = any(${ids}::uuid[]) and t.deleted_at is null order by t.id for update`,
  )
  return found.map(([id]) => String(id))
}
