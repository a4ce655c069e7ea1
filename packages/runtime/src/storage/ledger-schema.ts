import { ident, raw, type Sql, sql } from '../database/sql.ts'

/**
 * The ledger of a workspace: one row for every change of a record or a link (decisions.md 18). `after` is the whole
 * row keyed by physical column, `before` the old values of what changed. Partitioned by year, with a DEFAULT partition
 * so that a missing year never stops a write.
 */
export const ledgerTable = (schema: string): Sql => sql`
  create table ${ident(schema, 'ledger')} (
    id bigint generated always as identity,
    at timestamptz not null,
    tx xid8 not null default pg_current_xact_id(),
    module text not null,
    record uuid not null,
    version integer not null,
    op text not null,
    actor uuid,
    source text not null,
    operation uuid not null,
    before jsonb,
    after jsonb,
    detail jsonb
  ) partition by range (at);
  create table ${ident(schema, 'ledger_default')} partition of ${ident(schema, 'ledger')} default;
  create index ledger_record on ${ident(schema, 'ledger')} (record, at);
  create index ledger_follow on ${ident(schema, 'ledger')} (tx, id);
  create index ledger_module_at on ${ident(schema, 'ledger')} (module, at);
`

/** One year's partition, with the rule that a record has one row a version; links and files have rows without one. */
export const ledgerPartition = (schema: string, year: number): Sql => {
  const name = `ledger_${year}`
  return sql`
    create table if not exists ${ident(schema, name)} partition of ${ident(schema, 'ledger')}
      for values from (${raw(`'${year}-01-01'`)}) to (${raw(`'${year + 1}-01-01'`)});
    create unique index if not exists ${ident(`${name}_once`)} on ${ident(schema, name)} (record, version) where version > 0;
  `
}
