import type { JsonObject } from '@telar/metadata'
import { run } from '../database/pool.ts'
import { ident, join, sql } from '../database/sql.ts'
import { type Caller, servedModule } from './caller.ts'
import type { ManyToMany } from './link-way.ts'

/** What a ledger row of a link change holds under `detail`. */
export interface LinkDetail {
  /** Stable id of the many-to-many field. */
  readonly field: string
  /** Which end of the link the row's record is. */
  readonly end: 'from' | 'to'
  /** The record at the other end. */
  readonly to: string
  readonly attributes: JsonObject
}

interface LinkChange {
  readonly id: string
  readonly to: string
  readonly op: 'link' | 'unlink'
  readonly attributes: JsonObject
}

/** A link change is told once for each end, without a new version of either record (decisions.md 18). */
export const recordLink = async (
  caller: Caller,
  way: ManyToMany,
  { id, to: other, op, attributes }: LinkChange,
): Promise<void> => {
  const [from, to] = way.near === 'from' ? [id, other] : [other, id]
  const target = servedModule(caller, way.field.link?.module ?? '')
  const ends = [
    {
      module: way.owner.module.id,
      record: from,
      detail: { field: way.field.id, end: 'from', to, attributes } satisfies LinkDetail,
    },
    {
      module: target.module.id,
      record: to,
      detail: { field: way.field.id, end: 'to', to: from, attributes } satisfies LinkDetail,
    },
  ]
  const values = ends.map(
    ({ module, record, detail }) =>
      sql`(coalesce(${caller.at}::timestamptz, clock_timestamp()), ${module}, ${record}::uuid, 0, ${op}, ${caller.principal.id}::uuid, ${caller.source},
        ${caller.operation}::uuid, ${JSON.stringify(detail)}::jsonb)`,
  )
  await run(
    caller.database,
    sql`insert into ${ident(caller.snapshot.workspace.schema, 'ledger')} (at, module, record, version, op, actor, source, operation, detail)
        values ${join(values)}`,
  )
}
