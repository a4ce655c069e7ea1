import type { Field } from '@telar/metadata'
import { ident, type Sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ReadModule } from '../snapshot/snapshot.ts'
import { linkTableOf } from '../storage/columns.ts'
import type { Caller, Readable } from './caller.ts'

/**
 * The two ways in which a record has many others: `many` = a many-to-many field, seen from the record that has the
 * field (`near` = from) or from the other side (`near` = to); `inverse` = records elsewhere whose link field names this one.
 */
export type LinkWay = ManyToMany | Inverse

export interface ManyToMany {
  readonly type: 'many'
  /** The module that has the field. */
  readonly owner: ReadModule
  readonly field: Field
  /** The module of the records at the far end. */
  readonly other: ReadModule
  readonly near: LinkEnd
  readonly far: LinkEnd
}

interface Inverse {
  readonly type: 'inverse'
  readonly other: ReadModule
  readonly field: Field
}

/** Columns of a link table: the record that has the field, and the record it names. */
type LinkEnd = 'from' | 'to'

/** What a module calls `link`: one of its many-to-many fields, or a list of records that link here. */
export const linkWay = (place: Pick<Readable, 'served' | 'reading'>, link: string): LinkWay => {
  const way = ownWay(place, link) ?? inverseWay(place, link)
  if (way === undefined) throw new TelarError('LINK_UNKNOWN', { params: { module: place.served.module.title, link } })
  return way
}

const ownWay = ({ served, reading }: Pick<Readable, 'served' | 'reading'>, link: string): LinkWay | undefined => {
  const field = served.module.fields.get(link)
  const other = reading.modules.get(field?.link?.module ?? '')
  return field?.storage.type === 'links' && other !== undefined
    ? manyToMany(served, field, { other, near: 'from' })
    : undefined
}

const inverseWay = ({ served, reading }: Pick<Readable, 'served' | 'reading'>, link: string): LinkWay | undefined => {
  const inverse = served.module.inverses.get(link)
  const other = reading.modules.get(inverse?.module ?? '')
  const field = other?.module.fields.get(inverse?.field ?? '')
  if (other === undefined || field === undefined) return undefined
  return field.storage.type === 'links'
    ? manyToMany(other, field, { other, near: 'to' })
    : { type: 'inverse', other, field }
}

const manyToMany = (
  owner: ReadModule,
  field: Field,
  { other, near }: Pick<ManyToMany, 'other' | 'near'>,
): ManyToMany => ({
  type: 'many',
  owner,
  field,
  other,
  near,
  far: near === 'from' ? 'to' : 'from',
})

/** How the far side calls the list that this way leads back through. */
export const nameFrom = (end: LinkEnd, owner: string, field: Field): string =>
  end === 'from' ? field.name : (field.link?.inverse ?? `${owner}:${field.name}`)

export const linkTable = (caller: Caller, way: ManyToMany): Sql =>
  ident(caller.snapshot.workspace.schema, linkTableOf(way.field))
