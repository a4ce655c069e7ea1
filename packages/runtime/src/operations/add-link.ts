import { type JsonObject, pointerTo, problem } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type Caller, enter } from './caller.ts'
import { isUuid, readRecord } from './get-record.ts'
import { inTransaction } from './in-transaction.ts'
import { checkAttributes, noAttributes } from './link-attributes.ts'
import { recordLink } from './link-ledger.ts'
import { linkTable, type LinkWay, linkWay, type ManyToMany } from './link-way.ts'
import { refuse } from './refuse.ts'
import { updateRecord } from './update-record.ts'
import { requireCurrent } from './write-guards.ts'

export interface LinkRequest {
  readonly module: string
  readonly id: string
  /** A many-to-many field of the module, or the name of a list of records that link here. */
  readonly link: string
  /** The record at the other end. */
  readonly to: string
  readonly attributes?: JsonObject
}

/** Joins two records; joining them again only changes the attributes. The ledger tells it at both ends. */
export const addLink = (caller: Caller, request: LinkRequest): Promise<void> =>
  inTransaction(caller, async (inside) => {
    const way = await linkBetween(inside, request)
    if (way.type === 'many') return joinThem(inside, way, request)
    refuse(noAttributes({ name: request.link }, request.attributes ?? {}))
    await updateRecord(inside, {
      module: way.other.module.name,
      id: request.to,
      data: { [way.field.name]: request.id },
      version: 'any',
    })
  })

/** The way between two records that both exist for the caller. */
export const linkBetween = async (caller: Caller, request: LinkRequest): Promise<LinkWay> => {
  const way = linkWay(caller, enter(caller, 'link', request.module).served, request.link)
  await readRecord(enter(caller, 'read', request.module), { id: request.id, fields: new Set() })
  if (!(await isReadable(caller, way.other.module.name, request.to))) {
    refuse([problem('LINK_MISSING', { pointer: pointerTo('id'), params: { field: way.other.module.title } })])
  }
  return way
}

const isReadable = async (caller: Caller, module: string, id: string): Promise<boolean> => {
  if (!isUuid(id)) return false
  try {
    await readRecord(enter(caller, 'read', module), { id, fields: new Set() })
    return true
  } catch (error) {
    if (error instanceof TelarError && error.code === 'RECORD_UNKNOWN') return false
    throw error
  }
}

const joinThem = async (caller: Caller, way: ManyToMany, request: LinkRequest): Promise<void> => {
  const { stored, issues } = await checkAttributes(caller, way, request.attributes ?? {})
  refuse(issues)
  const { guard } = caller.snapshot
  const written = await rows(
    caller.database,
    sql`insert into ${linkTable(caller, way)} as l (${ident(way.near)}, ${ident(way.far)}, attributes, created_by)
        select ${request.id}::uuid, ${request.to}::uuid, ${JSON.stringify(stored)}::jsonb, ${caller.principal.id}::uuid
        from telar.workspace g where g.id = ${guard.workspace}::uuid and g.published = ${guard.version}::integer
        on conflict ("from", "to") do update set attributes = excluded.attributes where l.attributes <> excluded.attributes
        returning 1`,
  )
  if (written.length > 0) await recordLink(caller, way, { ...request, op: 'link', attributes: stored })
  else await requireCurrent(caller)
}
