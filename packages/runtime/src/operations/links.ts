import { type Field, isObject, type Json, type JsonObject, pointerTo, problem } from '@telar/metadata'
import { type Row, rows, run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { linkTableOf } from '../storage/columns.ts'
import { type Caller, enter, servedModule } from './caller.ts'
import { refuse } from './create-record.ts'
import { isUuid, readRecord } from './get-record.ts'
import { inTransaction } from './in-transaction.ts'
import { listRecords, type ListRequest, type RecordList } from './list-records.ts'
import { updateRecord } from './update-record.ts'

export interface LinkRequest {
  readonly module: string
  readonly id: string
  /** A many-to-many field of the module, or the name of a list of records that link here. */
  readonly link: string
  readonly to: string
  readonly attributes?: JsonObject
}

/**
 * The two ways in which a record has many others: `many` = a many-to-many field, seen from its own side or from the
 * other (`isReverse`); `inverse` = records elsewhere whose link field names this one.
 */
type Way =
  | { readonly type: 'many'; readonly owner: ServedModule; readonly field: Field; readonly other: ServedModule; readonly isReverse: boolean }
  | { readonly type: 'inverse'; readonly other: ServedModule; readonly field: Field }

type ManyToMany = Extract<Way, { type: 'many' }>

const wayOf = (caller: Caller, served: ServedModule, link: string): Way => {
  const own = served.module.fields.get(link)
  if (own?.storage.type === 'links') return { type: 'many', owner: served, field: own, other: servedModule(caller, own.link?.module ?? ''), isReverse: false }
  const inverse = served.module.inverses.get(link)
  const other = inverse === undefined ? undefined : servedModule(caller, inverse.module)
  const field = inverse === undefined ? undefined : other?.module.fields.get(inverse.field)
  if (other === undefined || field === undefined) throw new TelarError('LINK_UNKNOWN', { params: { module: served.module.title, link } })
  return field.storage.type === 'links' ? { type: 'many', owner: other, field, other, isReverse: true } : { type: 'inverse', other, field }
}

/** Records at the other end of a link, as a list with all that lists can do. */
export const listLinked = async (caller: Caller, request: Omit<LinkRequest, 'to'> & { readonly list: Omit<ListRequest, 'module'> }): Promise<RecordList> => {
  const { served } = enter(caller, 'read', request.module)
  await readRecord(enter(caller, 'read', request.module), { id: request.id, deleted: true, fields: new Set() })
  const way = wayOf(caller, served, request.link)
  const own: Json = way.type === 'inverse' ? { field: way.field.name, op: 'equals', value: request.id } : linkedTo(way, request.id)
  const filter: Json = request.list.filter === undefined || request.list.filter === null ? own : { all: [own, request.list.filter] }
  const list = await listRecords(caller, { ...request.list, module: way.other.module.name, filter })
  return way.type === 'many' ? withAttributes(caller, { way, id: request.id }, list) : list
}

/** A many-to-many link read from the far side is the field's inverse there, and the other way round. */
const linkedTo = (way: ManyToMany, id: string): Json =>
  way.isReverse
    ? { some: way.field.name, where: { field: 'id', op: 'equals', value: id } }
    : { some: way.field.link?.inverse ?? `${way.owner.module.name}:${way.field.name}`, where: { field: 'id', op: 'equals', value: id } }

/** Attributes of each link beside its record, under `link`. */
const withAttributes = async (caller: Caller, { way, id }: { readonly way: ManyToMany; readonly id: string }, list: RecordList): Promise<RecordList> => {
  const { near, far } = endsOf(way)
  const ids = list.records.map((record) => record.id)
  const found = await rows(
    caller.database,
    sql`select ${ident(far)}, attributes from ${tableOf(caller, way.field)} where ${ident(near)} = ${id}::uuid and ${ident(far)} = any(${ids}::uuid[])`,
  )
  const attributes = new Map(found.map(([key, value]) => [String(key), isObject(value) ? value : {}]))
  return { ...list, records: list.records.map((record) => ({ ...record, link: attributes.get(record.id) ?? {} })) }
}

const endsOf = (way: ManyToMany): { readonly near: 'from' | 'to'; readonly far: 'from' | 'to' } =>
  way.isReverse ? { near: 'to', far: 'from' } : { near: 'from', far: 'to' }

const tableOf = (caller: Caller, field: Field) => ident(caller.snapshot.workspace.schema, linkTableOf(field))

/** Joins two records; joining them again only changes the attributes. A ledger row of its own names both ends. */
export const addLink = (caller: Caller, request: LinkRequest): Promise<void> =>
  inTransaction(caller, async (inside) => {
    const { served } = enter(inside, 'link', request.module)
    const way = wayOf(inside, served, request.link)
    await requireBoth(inside, way.other, request)
    if (way.type === 'inverse') {
      await updateRecord(inside, { module: way.other.module.name, id: request.to, data: { [way.field.name]: request.id }, version: 'any' })
      return
    }
    const attributes = checkedAttributes(way.field, request.attributes ?? {})
    const { near, far } = endsOf(way)
    const written = await rows(
      inside.database,
      sql`insert into ${tableOf(inside, way.field)} as l (${ident(near)}, ${ident(far)}, attributes, created_by)
          select ${request.id}::uuid, ${request.to}::uuid, ${JSON.stringify(attributes)}::jsonb, ${inside.principal.id}::uuid
          from telar.workspace g where g.id = ${inside.snapshot.guard.workspace}::uuid and g.published = ${inside.snapshot.guard.version}::integer
          on conflict ("from", "to") do update set attributes = excluded.attributes where l.attributes <> excluded.attributes
          returning 1`,
    )
    if (written.length > 0) await record(inside, way, { ...request, attributes, op: 'link' })
  })

export const removeLink = (caller: Caller, request: LinkRequest): Promise<void> =>
  inTransaction(caller, async (inside) => {
    const { served } = enter(inside, 'link', request.module)
    const way = wayOf(inside, served, request.link)
    await requireBoth(inside, way.other, request)
    if (way.type === 'inverse') {
      await updateRecord(inside, { module: way.other.module.name, id: request.to, data: { [way.field.name]: null }, version: 'any' })
      return
    }
    const { near, far } = endsOf(way)
    const gone = await run(
      inside.database,
      sql`delete from ${tableOf(inside, way.field)} where ${ident(near)} = ${request.id}::uuid and ${ident(far)} = ${request.to}::uuid`,
    )
    if (gone === 0) throw new TelarError('RECORD_UNKNOWN')
    await record(inside, way, { ...request, op: 'unlink' })
  })

const requireBoth = async (caller: Caller, other: ServedModule, request: LinkRequest): Promise<void> => {
  await readRecord(enter(caller, 'read', request.module), { id: request.id, fields: new Set() })
  if (!isUuid(request.to) || !(await isReadable(caller, other.module.name, request.to))) {
    refuse([problem('LINK_MISSING', { pointer: pointerTo('id'), params: { field: other.module.title } })])
  }
}

const isReadable = (caller: Caller, module: string, id: string): Promise<boolean> =>
  readRecord(enter(caller, 'read', module), { id, fields: new Set() }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof TelarError && error.code === 'RECORD_UNKNOWN') return false
      throw error
    },
  )

const checkedAttributes = (field: Field, attributes: JsonObject): JsonObject => {
  const checked: Record<string, Json> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const child = field.children.get(name)
    if (child === undefined) {
      refuse([problem('FIELD_UNKNOWN_IN_RECORD', { pointer: pointerTo('attributes', name), params: { field: name, known: [...field.children.keys()] } })])
      continue
    }
    const normal = value === null ? null : child.type.normalise(value, child)
    const found = normal === null ? [] : child.type.check(normal, child)
    refuse(found.map((one) => problem(one.code, { pointer: `${pointerTo('attributes', name)}${one.pointer}`, params: one.params })))
    if (normal !== null) checked[name] = normal
  }
  return checked
}

/** A link change is told once for each end, without a new version of either record. */
const record = async (caller: Caller, way: ManyToMany, request: LinkRequest & { readonly op: 'link' | 'unlink' }): Promise<void> => {
  const [from, to] = way.isReverse ? [request.to, request.id] : [request.id, request.to]
  const ends: readonly Row[] = [
    [way.owner.module.id, from, to],
    [targetOf(caller, way).module.id, to, from],
  ]
  for (const [module, one, other] of ends) {
    const detail = { field: way.field.id, to: other, attributes: request.attributes ?? {} }
    await run(
      caller.database,
      sql`insert into ${ident(caller.snapshot.workspace.schema, 'ledger')} (at, module, record, version, op, actor, source, operation, detail)
          values (coalesce(${caller.at}::timestamptz, clock_timestamp()), ${module}, ${one}::uuid, 0, ${request.op}, ${caller.principal.id}::uuid, ${caller.source},
            ${caller.operation}::uuid, ${JSON.stringify(detail)}::jsonb)`,
    )
  }
}

const targetOf = (caller: Caller, way: ManyToMany): ServedModule => servedModule(caller, way.field.link?.module ?? '')
