import { isObject, type Json } from '@telar/metadata'
import { deviceOf } from '../auth/index.ts'
import { type Row, rows } from '../database/pool.ts'
import { ident, join, type Sql, sql } from '../database/sql.ts'
import type { Caller } from '../operations/caller.ts'
import { auditActs, auditTitle } from './audit-texts.ts'
import { requireCapability } from './require-capability.ts'

export interface AuditRequest {
  /** Only these acts. */
  readonly acts?: readonly string[] | undefined
  /** Only what this member did, in the workspace or in signing in. */
  readonly actor?: string | undefined
  /** ISO 8601; `to` is not part of it. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Entries older than this one. */
  readonly before?: number | undefined
  readonly limit: number
}

/** What happened around rights and sign-ins, newest first. */
export const listAudit = async (caller: Caller, request: AuditRequest) => {
  requireCapability(caller.access, 'viewAudit')
  const { schema } = caller.snapshot.workspace
  const member = ident(schema, 'member')
  const found = await rows(
    caller.database,
    sql`select a.id, a.at, a.act, m.id, m.name, o.id, o.name, a.detail, a.address, a.user_agent from telar.audit a
        left join lateral (select m.id, m.name from ${member} m where m.id = a.actor or m.user_id = a.actor limit 1) m on true
        left join lateral (select o.id, o.name from ${member} o where o.user_id::text = a.detail ->> 'user' limit 1) o on true
        where ${join(conditionsOf(caller, request), ' and ')} order by a.id desc limit ${request.limit + 1}`,
  )
  const entries = found.slice(0, request.limit).map((row) => entryOf(row, caller))
  return {
    entries,
    next: found.length > request.limit ? (entries.at(-1)?.id ?? null) : null,
    acts: auditActs.map((act) => ({ act, title: auditTitle(act, caller.language) })),
  }
}

/** Sign-ins belong to no workspace; they are told in all. */
const conditionsOf = ({ snapshot }: Caller, request: AuditRequest): readonly Sql[] => {
  const { id, schema } = snapshot.workspace
  const { acts, actor, from, to, before } = request
  return [
    sql`(a.workspace = ${id}::uuid or a.workspace is null)`,
    ...(acts === undefined ? [] : [sql`a.act = any(${acts}::text[])`]),
    ...(actor === undefined
      ? []
      : [
          sql`a.actor in (select unnest(array[m.id, m.user_id]) from ${ident(schema, 'member')} m where m.id = ${actor}::uuid)`,
        ]),
    ...(from === undefined ? [] : [sql`a.at >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [sql`a.at < ${to}::timestamptz`]),
    ...(before === undefined ? [] : [sql`a.id < ${before}::bigint`]),
  ]
}

const entryOf = (
  [id, at, act, actor, name, about, aboutName, detail, address, userAgent]: Row,
  { language }: Caller,
) => ({
  id: String(id),
  at: String(at),
  act: String(act),
  title: auditTitle(String(act), language),
  actor: named(actor, name),
  /** Acts around signing in keep whom they are about by the sign-in. */
  about: named(about, aboutName),
  detail: isObject(detail) ? detail : ({} as Json),
  address: typeof address === 'string' ? address : null,
  device: typeof userAgent === 'string' ? deviceName(userAgent) : null,
})

const named = (id: unknown, name: unknown) => (typeof id === 'string' ? { id, name: String(name) } : null)

const deviceName = (userAgent: string): string | null => {
  const { browser, system } = deviceOf(userAgent)
  return [browser, system].filter((name) => name !== null).join(', ') || null
}
