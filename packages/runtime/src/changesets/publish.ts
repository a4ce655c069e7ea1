import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Access, documentAt, problem, roleDrift } from '@telar/metadata'
import pg from 'pg'
import { requireManagersIn } from '../access/managers.ts'
import { requirePublishing } from '../access/require-capability.ts'
import { rows, run, transaction } from '../database/pool.ts'
import { ident, raw, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { loadTexts, publishedVersion } from '../snapshot/load-snapshot.ts'
import type { Workspace } from '../storage/create-workspace.ts'
import type { Changeset, ChangesetPlace } from './changeset.ts'
import { changesetTexts, lockOpen } from './changeset.ts'
import { makePlan, type Plan } from './plan.ts'
import { touchedTables } from './touched-tables.ts'

/** How long a lock is waited for at once, and how long in all (decisions.md 17): waiting DDL holds everybody behind it up. */
const lockTimeout = 300

const patience = 10_000

/** The channel on which every node hears of new versions. */
export const versionChannel = 'telar_version'

export interface Publication {
  readonly message: string
  /** Refused unless this is the published version: for who has planned on it. */
  readonly onVersion?: number
  /** What whoever publishes may do; nothing for the server itself. */
  readonly access?: Pick<Access, 'can'>
}

/** Publishes a change set as the next version: all of it in one transaction, or nothing. */
export const publishChangeset = async (
  place: ChangesetPlace,
  id: string,
  told: string | Publication,
): Promise<number> => {
  const publication = typeof told === 'string' ? { message: told } : told
  const deadline = Date.now() + patience
  for (;;) {
    try {
      return await transaction(place.pool, (client) => publishOnce(place, client, { id, ...publication }))
    } catch (error) {
      if (!isLockTimeout(error)) throw error
      if (Date.now() > deadline) throw new TelarError('BUSY', { cause: error })
      await pause(200 + Math.random() * 300)
    }
  }
}

const isLockTimeout = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '55P03' || error.code === '40P01')

const publishOnce = async (
  place: ChangesetPlace,
  client: pg.PoolClient,
  { id, message, onVersion, access }: Publication & { readonly id: string },
): Promise<number> => {
  const { workspace } = place
  await run(client, raw(`set local lock_timeout = ${lockTimeout}`))
  // An index on a large table takes longer than any request may.
  await run(client, raw('set local statement_timeout = 0'))
  await rows(client, sql`select pg_advisory_xact_lock(hashtext(${`telar.publish.${workspace.id}`}))`)
  const changeset = await lockOpen(client, workspace, id)
  const version = await publishedVersion(client, workspace)
  if (onVersion !== undefined && onVersion !== version)
    throw new TelarError('VERSION_PUBLISHED', { params: { published: version, planned: onVersion } })
  const changes = await changesetTexts(client, id)
  if (access !== undefined) requirePublishing(access, changes.keys())
  await refuseConflicts(client, workspace, { changeset, version, changes })
  const source = { database: client, workspace, version, changes }
  const plan = await makePlan(source)
  await lockTables(client, workspace, plan)
  // Measured again under the lock: what was written meanwhile counts.
  const final = await makePlan(source)
  if (final.blocked.length > 0) throw new TelarError('CHANGESET_BLOCKED', { issues: final.blocked })
  if (access?.can('manageRoles') === false) refuseDrift(final)
  if ([...changes.keys()].some((path) => documentAt(path)?.kind.kind === 'role'))
    await requireManagersIn(
      { database: client, schema: workspace.schema },
      { before: final.before, after: final.model, actor: place.actor },
    )
  for (const step of final.schema) await run(client, step.sql)
  return recordVersion(place, client, { changeset, version, plan: final, message })
}

/** What a role means is changed by those who may change roles, not by giving a hidden field another name. */
const refuseDrift = ({ before, model }: Plan): void => {
  const issues = roleDrift(before, model).map(({ role, module }) =>
    problem('RIGHTS_MEAN_ANOTHER', { params: { role, module } }),
  )
  if (issues.length > 0) throw new TelarError('FORBIDDEN', { issues })
}

/** Until change sets are merged: two that touch the same document do not both publish. */
const refuseConflicts = async (
  client: pg.PoolClient,
  workspace: Workspace,
  {
    changeset,
    version,
    changes,
  }: { readonly changeset: Changeset; readonly version: number; readonly changes: ReadonlyMap<string, string | null> },
): Promise<void> => {
  if (changeset.base === version) return
  const base = await loadTexts(client, workspace, changeset.base)
  const now = await loadTexts(client, workspace, version)
  const clashes = [...changes.keys()].filter(
    (path) => base.get(path) !== now.get(path) && changes.get(path) !== (now.get(path) ?? null),
  )
  if (clashes.length > 0) throw new TelarError('CHANGESET_CONFLICT', { params: { published: version, paths: clashes } })
}

/** Writers of the touched tables wait; they then meet the new version and start again on it. */
const lockTables = async (client: pg.PoolClient, workspace: Workspace, plan: Plan): Promise<void> => {
  for (const table of touchedTables(plan.before, plan.model, plan.schema)) {
    await run(client, sql`lock table ${ident(workspace.schema, table)} in share row exclusive mode`)
  }
}

const recordVersion = async (
  place: ChangesetPlace,
  client: pg.PoolClient,
  {
    changeset,
    version,
    plan,
    message,
  }: { readonly changeset: Changeset; readonly version: number; readonly plan: Plan; readonly message: string },
): Promise<number> => {
  const { workspace, actor } = place
  const next = version + 1
  const documents = [...plan.texts].map(([path, text]) => ({
    path,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
  }))
  const paths = documents.map((one) => one.path)
  const hashes = documents.map((one) => one.hash)
  await run(
    client,
    sql`insert into telar.version (workspace, n, by, message) values (${workspace.id}::uuid, ${next}::integer, ${actor}::uuid, ${message})`,
  )
  await run(
    client,
    sql`insert into telar.document (hash, text) select * from unnest(${hashes}::text[], ${documents.map((one) => one.text)}::text[]) on conflict do nothing`,
  )
  await run(
    client,
    sql`insert into telar.version_document (workspace, n, path, hash)
        select ${workspace.id}::uuid, ${next}::integer, * from unnest(${paths}::text[], ${hashes}::text[])`,
  )
  await run(
    client,
    sql`insert into telar.physical_name (workspace, key, name)
        select ${workspace.id}::uuid, * from unnest(${[...plan.names.keys()]}::text[], ${[...plan.names.values()]}::text[]) on conflict do nothing`,
  )
  await run(client, sql`update telar.workspace set published = ${next}::integer where id = ${workspace.id}::uuid`)
  await run(
    client,
    sql`update telar.changeset set state = 'published', published_as = ${next}::integer where id = ${changeset.id}::uuid`,
  )
  await run(
    client,
    sql`insert into telar.audit (workspace, actor, act, detail) values (${workspace.id}::uuid, ${actor}::uuid, 'publish',
        ${JSON.stringify({ version: next, message, changeset: changeset.id, changes: plan.changes.length })}::jsonb)`,
  )
  await rows(client, sql`select pg_notify(${versionChannel}, ${`${workspace.slug} ${next}`})`)
  return next
}
