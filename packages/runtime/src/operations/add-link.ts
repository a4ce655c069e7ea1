import { type JsonObject, pointerTo, problem } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type Caller, enter, enterToRead, servedModule } from './caller.ts'
import { isUuid, readRecord } from './get-record.ts'
import { requireGranted, requireWritable } from './granted-records.ts'
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

/** The way between two records that the caller may both link; one that he may not see is one that there is not. */
export const linkBetween = async (caller: Caller, request: LinkRequest): Promise<LinkWay> => {
  const entered = enter(caller, 'link', request.module)
  const way = linkWay(enterToRead(caller, request.module), request.link)
  await requireGranted(entered, request.id)
  const far = way.other.module
  const { type } = way
  if (!(await isLinkable(caller, { module: far.name, id: request.to, isChild: type === 'inverse' })))
    refuse([problem('LINK_MISSING', { pointer: pointerTo('id'), params: { field: far.title } })])
  if (way.type === 'many')
    await requireWritable(enter(caller, 'link', way.owner.module.name), way.near === 'from' ? request.id : request.to, [
      way.field.name,
    ])
  return way
}

interface FarRecord {
  readonly module: string
  readonly id: string
  /** It names the other one itself: then it is changed, which is asked for where that is done. */
  readonly isChild: boolean
}

const isLinkable = async (caller: Caller, { module, id, isChild }: FarRecord): Promise<boolean> => {
  if (!isUuid(id)) return false
  try {
    if (isChild) await readRecord(enterToRead(caller, module), { id, fields: new Set() })
    else await requireGranted(enter(caller, 'link', module), id)
    return true
  } catch (error) {
    if (error instanceof TelarError && error.code === 'RECORD_UNKNOWN') return false
    throw error
  }
}

const joinThem = async (caller: Caller, way: ManyToMany, request: LinkRequest): Promise<void> => {
  const { stored, issues } = await checkAttributes(
    caller,
    { owner: servedModule(caller, way.owner.module.name), field: way.field },
    request.attributes ?? {},
  )
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
