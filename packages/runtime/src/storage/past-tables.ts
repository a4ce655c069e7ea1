import type { Model } from '@telar/metadata'
import { ident, raw, type Sql, sql } from '../database/sql.ts'
import { linkTableOf } from './columns.ts'
import type { RecordTables } from './record-tables.ts'

interface Past {
  readonly schema: string
  readonly model: Model
  /** ISO 8601. */
  readonly at: string
}

/**
 * The tables as they were at a time, read from the ledger in the shape of today's tables (decisions.md 19): of each
 * record the last state up to then, of each link whether it was there. A record made later is missing; one deleted by
 * then has its `deleted_at`.
 */
export const pastTables = (past: Past): RecordTables => {
  const modules = new Map([...past.model.modules.values()].map((module) => [module.table, module.id]))
  const fields = linkFields(past.model)
  return {
    records: (table, id) => {
      const module = modules.get(table)
      // People have no history here: who left keeps the name.
      return module === undefined ? ident(past.schema, table) : recordStates(past, { table, module, id })
    },
    links: (table) => {
      const field = fields.get(table)
      return field === undefined ? ident(past.schema, table) : linkStates(past, field)
    },
  }
}

interface LinkField {
  readonly module: string
  readonly field: string
}

const linkFields = (model: Model): ReadonlyMap<string, LinkField> =>
  new Map(
    [...model.modules.values()].flatMap((module) =>
      [...module.fields.values()]
        .filter((field) => field.storage.type === 'links')
        .map((field) => [linkTableOf(field), { module: module.id, field: field.id }] as const),
    ),
  )

const recordStates = (
  { schema, at }: Past,
  { table, module, id }: { readonly table: string; readonly module: string; readonly id: Sql | undefined },
): Sql => {
  const one = id === undefined ? raw('') : sql` and record = ${id}`
  return sql`lateral (
    select r.* from (
      select distinct on (record) after from ${ident(schema, 'ledger')}
      where module = ${module} and at <= ${at}::timestamptz and after is not null${one}
      order by record, at desc
    ) s cross join lateral jsonb_populate_record(null::${ident(schema, table)}, s.after || '{"search": ""}'::jsonb) r
  )`
}

const linkStates = ({ schema, at }: Past, { module, field }: LinkField): Sql => sql`(
    select record as "from", (detail->>'to')::uuid as "to", detail->'attributes' as attributes from (
      select distinct on (record, detail->>'to') record, op, detail from ${ident(schema, 'ledger')}
      where module = ${module} and op in ('link', 'unlink') and detail->>'field' = ${field} and detail->>'end' = 'from' and at <= ${at}::timestamptz
      order by record, detail->>'to', at desc, id desc
    ) s where op = 'link'
  )`
