import type { ServedModule } from '../snapshot/snapshot.ts'
import { ident, raw, type Sql, sql } from '../database/sql.ts'
import type { Caller } from './caller.ts'

/**
 * The module's rows as they were at a time, in the shape of its table: for each record the last state that the ledger
 * has up to then (decisions.md 19). A record made later is not there; one deleted by then has its `deleted_at`.
 */
export const asOfSource = (caller: Caller, served: ServedModule, { at, id }: { readonly at: string; readonly id?: string }): Sql => {
  const { schema } = caller.snapshot.workspace
  const one = id === undefined ? raw('') : sql` and record = ${id}::uuid`
  return sql`(
    select r.* from (
      select distinct on (record) after from ${ident(schema, 'ledger')}
      where module = ${served.module.id} and at <= ${at}::timestamptz and after is not null${one}
      order by record, at desc
    ) s cross join lateral jsonb_populate_record(null::${served.table}, s.after || '{"search": ""}'::jsonb) r
  )`
}
