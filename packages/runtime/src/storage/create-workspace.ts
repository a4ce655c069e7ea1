import type pg from 'pg'
import { memberTable } from '../auth/index.ts'
import { rows, run, transaction } from '../database/pool.ts'
import { ident, raw, sql } from '../database/sql.ts'
import { uuidV7 } from '../ids/uuid-v7.ts'
import { ledgerPartition, ledgerTable } from './ledger-schema.ts'
import { upgradeWorkspace } from './workspace-steps.ts'

/** A workspace as the server knows it: its stable id, its name in URLs, the PostgreSQL schema that holds its records. */
export interface Workspace {
  readonly id: string
  readonly slug: string
  readonly schema: string
}

/** Years before and after now that have a ledger partition; the DEFAULT one takes the rest. */
const years = [-2, -1, 0, 1, 2]

/** Makes the workspace with its own schema if there is none of this slug. Safe when two processes start at once. */
export const ensureWorkspace = async (pool: pg.Pool, slug: string, now: Date): Promise<Workspace> =>
  transaction(pool, async (client) => {
    await run(client, raw('set local statement_timeout = 0'))
    await run(client, sql`select pg_advisory_xact_lock(hashtext(${`telar.workspace.${slug}`}))`)
    const found = await rows(client, sql`select id, slug, schema from telar.workspace where slug = ${slug}`)
    const known = found[0]
    if (known !== undefined) {
      const workspace = { id: String(known[0]), slug, schema: String(known[2]) }
      await prepare(client, workspace, now)
      return workspace
    }
    const workspace: Workspace = { id: uuidV7(), slug, schema: `ws_${slug.replaceAll('-', '_')}` }
    await run(
      client,
      sql`insert into telar.workspace (id, slug, schema) values (${workspace.id}::uuid, ${slug}, ${workspace.schema})`,
    )
    await run(client, sql`create schema ${ident(workspace.schema)}`)
    await client.query(ledgerTable(workspace.schema).parts.join(''))
    await client.query(memberTable(workspace.schema).parts.join(''))
    await run(
      client,
      sql`create table ${ident(workspace.schema, 'counter')} (field text not null, period text not null, value bigint not null, primary key (field, period))`,
    )
    await prepare(client, workspace, now)
    return workspace
  })

/** Brings the schema of every workspace up to date: each start of a server is a new version, and perhaps a new year. */
export const prepareWorkspaces = async (pool: pg.Pool, now: Date): Promise<readonly Workspace[]> => {
  const workspaces = await listWorkspaces(pool)
  for (const { slug } of workspaces) await ensureWorkspace(pool, slug, now)
  return workspaces
}

const prepare = async (client: pg.PoolClient, workspace: Workspace, now: Date): Promise<void> => {
  await ensurePartitions(client, workspace.schema, now)
  await upgradeWorkspace(client, workspace)
}

/** A year that already has rows in the DEFAULT partition keeps them there. */
const ensurePartitions = async (client: pg.PoolClient, schema: string, now: Date): Promise<void> => {
  for (const offset of years) {
    const year = now.getUTCFullYear() + offset
    const exists = await rows(client, sql`select to_regclass(${`${schema}.ledger_${year}`}) is not null`)
    const taken = await rows(
      client,
      sql`select exists (select from ${ident(schema, 'ledger_default')} where at >= ${`${year}-01-01T00:00:00Z`}::timestamptz and at < ${`${year + 1}-01-01T00:00:00Z`}::timestamptz)`,
    )
    if (exists[0]?.[0] === true || taken[0]?.[0] === true) continue
    await client.query(ledgerPartition(schema, year).parts.join(''))
  }
}

/** Every workspace of this server. */
const listWorkspaces = async (pool: pg.Pool): Promise<readonly Workspace[]> =>
  (await rows(pool, raw('select id, slug, schema from telar.workspace order by slug'))).map(([id, slug, schema]) => ({
    id: String(id),
    slug: String(slug),
    schema: String(schema),
  }))
