import { isObject, type Json } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { linkTableOf } from '../storage/columns.ts'
import { tablesOf } from '../storage/link-joins.ts'
import { type Caller, enterToRead, type Readable } from './caller.ts'
import { readRecord } from './get-record.ts'
import { readAttributes } from './link-attributes.ts'
import { type LinkWay, linkWay, type ManyToMany } from './link-way.ts'
import { listRecords, type ListRequest, type RecordList } from './list-records.ts'
import { type ListScope, rowSource } from './row-choice.ts'

export interface ListLinkedRequest {
  readonly module: string
  readonly id: string
  /** A many-to-many field of the module, or the name of a list of records that link here. */
  readonly link: string
  readonly list: Omit<ListRequest, 'module'>
}

export interface LinkedList extends RecordList {
  /** What each link says, by the id of the record at its far end; only where links have fields of their own. */
  readonly attributes?: Readonly<Record<string, Json>>
}

/** Records at the other end of a link, as a list with all that lists can do. */
export const listLinked = async (caller: Caller, request: ListLinkedRequest): Promise<LinkedList> => {
  const entered = enterToRead(caller, request.module)
  await readRecord(entered, { id: request.id, deleted: true, fields: new Set() })
  const way = linkWay(entered, request.link)
  const list = await listRecords(caller, { ...request.list, module: way.other.module.name }, scopeOf(way, request))
  if (way.type !== 'many' || way.field.children.size === 0) return list
  return { ...list, attributes: await attributesOf(entered, { way, request }, list) }
}

const scopeOf = (way: LinkWay, { module, id, link }: ListLinkedRequest): ListScope => ({
  name: [module, id, link],
  condition: (source) =>
    way.type === 'inverse'
      ? sql`t.${ident(way.field.column)} = ${id}::uuid`
      : sql`t.id in (select l.${ident(way.far)} from ${tablesOf(source).links(linkTableOf(way.field))} l where l.${ident(way.near)} = ${id}::uuid)`,
})

const attributesOf = async (
  { caller, reading }: Readable,
  { way, request }: { readonly way: ManyToMany; readonly request: ListLinkedRequest },
  list: RecordList,
): Promise<Readonly<Record<string, Json>>> => {
  const ids = list.records.map((record) => record.id)
  const links = rowSource(caller, reading, request.list.asOf).tables.links(linkTableOf(way.field))
  const found = await rows(
    caller.database,
    sql`select l.${ident(way.far)}, l.attributes from ${links} l where l.${ident(way.near)} = ${request.id}::uuid and l.${ident(way.far)} = any(${ids}::uuid[])`,
  )
  const stored = found.map(([key, value]) => ({ key: String(key), attributes: isObject(value) ? value : {} }))
  const read = await readAttributes(
    caller,
    way.field,
    stored.map(({ attributes }) => attributes),
  )
  return Object.fromEntries(stored.map(({ key }, index) => [key, read[index] ?? {}]))
}
