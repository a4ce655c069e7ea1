import { rows, run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type LinkRequest, linkBetween } from './add-link.ts'
import { type Caller, enter } from './caller.ts'
import { requireGranted, requireWritable } from './granted-records.ts'
import { inTransaction } from './in-transaction.ts'
import { recordLink } from './link-ledger.ts'
import { linkTable, type LinkWay, type ManyToMany } from './link-way.ts'
import { updateRecord } from './update-record.ts'
import { requireCurrent } from './write-guards.ts'

/** Parts two records that are linked; records that are not are refused like one that is not there. */
export const removeLink = (caller: Caller, request: Omit<LinkRequest, 'attributes'>): Promise<void> =>
  inTransaction(caller, async (inside) => {
    const way = await linkBetween(inside, request)
    return way.type === 'many' ? part(inside, way, request) : clear(inside, way, request)
  })

const part = async (caller: Caller, way: ManyToMany, request: LinkRequest): Promise<void> => {
  const { guard } = caller.snapshot
  const gone = await run(
    caller.database,
    sql`delete from ${linkTable(caller, way)} l using telar.workspace g
        where l.${ident(way.near)} = ${request.id}::uuid and l.${ident(way.far)} = ${request.to}::uuid
          and g.id = ${guard.workspace}::uuid and g.published = ${guard.version}::integer`,
  )
  if (gone === 0) {
    await requireCurrent(caller)
    throw new TelarError('RECORD_UNKNOWN')
  }
  await recordLink(caller, way, { ...request, op: 'unlink', attributes: {} })
}

/** Held until the transaction ends, so that nobody links the record elsewhere in between. The right is asked first, so that a refusal tells nothing of the link. */
const clear = async (caller: Caller, way: Exclude<LinkWay, ManyToMany>, request: LinkRequest): Promise<void> => {
  const entered = enter(caller, 'update', way.other.module.name)
  await requireGranted(entered, request.to)
  await requireWritable(entered, request.to, [way.field.name])
  const linked = await rows(
    caller.database,
    sql`select 1 from ${ident(caller.snapshot.workspace.schema, way.other.module.table)} t where t.id = ${request.to}::uuid and t.${ident(way.field.column)} = ${request.id}::uuid for update`,
  )
  if (linked.length === 0) throw new TelarError('RECORD_UNKNOWN')
  await updateRecord(caller, {
    module: way.other.module.name,
    id: request.to,
    data: { [way.field.name]: null },
    version: 'any',
  })
}
