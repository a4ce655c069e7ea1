import type pg from 'pg'
import { accessTables } from '../access/access-tables.ts'
import { rows, run } from '../database/pool.ts'
import { ident, raw, type Sql, sql } from '../database/sql.ts'
import { fileTables } from './file-schema.ts'

/** What every workspace's schema got after it was first made; each runs once a workspace. A step that has shipped is never edited. */
const workspaceSteps: readonly { readonly name: string; readonly sql: (schema: string) => Sql }[] = [
  { name: '1-files', sql: fileTables },
  { name: '2-ledger-follow', sql: (schema) => sql`${followIndex(schema)}; ${onceIndexes(schema)}` },
  { name: '3-access', sql: accessTables },
  { name: '4-scope-indexes', sql: (schema) => scopeIndexes(schema) },
]

/** Brings the schema of a workspace up to date, inside the transaction of `client`. */
export const upgradeWorkspace = async (
  client: pg.PoolClient,
  workspace: { readonly id: string; readonly schema: string },
): Promise<void> => {
  const found = await rows(client, sql`select name from telar.workspace_step where workspace = ${workspace.id}::uuid`)
  const done = new Set(found.map(([name]) => name))
  for (const step of workspaceSteps) {
    if (done.has(step.name)) continue
    await client.query(step.sql(workspace.schema).parts.join(''))
    await run(
      client,
      sql`insert into telar.workspace_step (workspace, name) values (${workspace.id}::uuid, ${step.name})`,
    )
  }
}

/** Followers of the ledger read by transaction (decisions.md 18); nobody reads by the number alone. */
const followIndex = (schema: string): Sql =>
  sql`create index if not exists ledger_follow on ${ident(schema, 'ledger')} (tx, id); drop index if exists ${ident(schema, 'ledger_id')}`

/** Tables of records that were made before scopes had indexes of their own. */
const scopeIndexes = (schema: string): Sql =>
  raw(`
  do $$ declare part text; begin
    for part in
      select table_name from information_schema.columns where table_schema = ${quoted(schema)} and column_name = 'deleted_op'
    loop
      execute format('create index on %I.%I (team_id, created_at, id) where deleted_at is null and team_id is not null', ${quoted(schema)}, part);
      execute format('create index on %I.%I (created_by, created_at, id) where deleted_at is null and owner_id is null', ${quoted(schema)}, part);
    end loop;
  end $$`)

/** One row a version; rows without a version of their own (links, files) may be many. */
const onceIndexes = (schema: string): Sql =>
  raw(`
  do $$ declare part text; begin
    for part in
      select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = ${quoted(ident(schema, 'ledger').parts.join(''))}::regclass and c.relname ~ '^ledger_[0-9]+$'
    loop
      execute format('drop index if exists %I.%I', ${quoted(schema)}, part || '_version');
      execute format('create unique index if not exists %I on %I.%I (record, version) where version > 0', part || '_once', ${quoted(schema)}, part);
    end loop;
  end $$`)

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
