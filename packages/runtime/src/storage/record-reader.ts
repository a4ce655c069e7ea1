import {
  type Cell,
  type Cells,
  columnOf,
  type Field,
  type Json,
  type LabelOf,
  type Model,
  type Module,
  partsOf,
  type Reference,
} from '@telar/metadata'
import type { Row } from '../database/pool.ts'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'
import { presentTables, type RecordTables } from './record-tables.ts'

/** A record as it is read on the wire. */
export type WireRecord = { readonly id: string; readonly version: number } & Readonly<Record<string, Json>>

/** How the chosen fields of a module's rows (alias `t`) are selected, and how such a row becomes a record. */
export interface RecordReader {
  readonly select: Sql
  /** Joins that bring the labels of links. */
  readonly joins: Sql
  /** Number of columns that `read` takes from the start of a row. */
  readonly width: number
  /** What values inside composites name; their labels have to be looked up for `read`. */
  readonly references: (row: Row) => readonly Reference[]
  readonly read: (row: Row, labelOf: LabelOf) => WireRecord
  /** Where those labels are. */
  readonly tables: RecordTables
}

const tablesOf = ({ schema, tables }: ReadingPlace): RecordTables => tables ?? presentTables(schema)

interface FieldReader {
  readonly columns: readonly Sql[]
  readonly join: Sql | undefined
  readonly read: (row: Row, at: number, labelOf: LabelOf) => Json
  readonly field: Field
}

/** Where a reader finds its tables. */
export interface ReadingPlace {
  readonly schema: string
  readonly model: Model
  /** Today's tables if nothing is said. */
  readonly tables?: RecordTables
}

/** Fields that every read gives, asked for or not. */
const always = ['id', 'version']

/** Makes the reader of a set of fields; `undefined` = all of them. */
export const recordReader = (place: ReadingPlace, module: Module, wanted?: ReadonlySet<string>): RecordReader => {
  const fields = [...module.systemFields.values(), ...module.fields.values()].filter(
    (field) =>
      field.storage.type !== 'links' && (wanted === undefined || wanted.has(field.name) || always.includes(field.name)),
  )
  const readers = fields.map((field, index) => fieldReader(place, field, index))
  const hasExtra = module.extras === 'kept' && wanted === undefined
  const starts = startsOf(readers)
  const width = readers.reduce((sum, reader) => sum + reader.columns.length, hasExtra ? 1 : 0)
  return {
    select: join([...readers.flatMap((reader) => reader.columns), ...(hasExtra ? [raw('t.extra')] : [])]),
    joins: join(
      readers.flatMap((reader) => (reader.join === undefined ? [] : [reader.join])),
      ' ',
    ),
    width,
    tables: tablesOf(place),
    references: nestedReferences(readers, starts),
    read: (row, labelOf) => {
      // `always` puts both among the readers.
      const record: Record<string, Json> & { id: string; version: number } = { id: '', version: 0 }
      readers.forEach((reader, index) => {
        const value = reader.read(row, starts[index] ?? 0, labelOf)
        if (value !== null || reader.field.column !== 'deleted_at') record[reader.field.name] = value
      })
      return hasExtra ? { ...asObject(row[width - 1]), ...record } : record
    },
  }
}

/** Links inside json columns; links of the record itself bring their labels by a join. */
const nestedReferences = (readers: readonly FieldReader[], starts: readonly number[]): RecordReader['references'] => {
  const nested = readers.flatMap(({ field }, index) =>
    field.children.size > 0 && hasNestedLink(field) ? [{ field, at: starts[index] ?? 0 }] : [],
  )
  if (nested.length === 0) return () => []
  return (row) =>
    nested.flatMap(({ field, at }) => (row[at] === null ? [] : field.type.references(cell(row[at]), field)))
}

const hasNestedLink = (field: Field): boolean =>
  [...field.children.values()].some((child) => child.storage.type !== 'columns' || hasNestedLink(child))

const startsOf = (readers: readonly FieldReader[]): readonly number[] => {
  let at = 0
  return readers.map((reader) => {
    const start = at
    at += reader.columns.length
    return start
  })
}

const fieldReader = (place: ReadingPlace, field: Field, index: number): FieldReader => {
  const target = labelSource(place, field)
  if (target === undefined) return plainReader(field)
  const alias = ident(`l${index}`)
  const id = sql`t.${ident(field.column)}`
  return {
    field,
    columns: [id, sql`${alias}.${ident(target.label)}`],
    join: sql`left join ${tablesOf(place).records(target.table, id)} ${alias} on ${alias}.id = ${id}`,
    read: (row, at) =>
      row[at] === null || row[at] === undefined
        ? null
        : field.type.read({ value: cell(row[at]) }, field, () => text(row[at + 1])),
  }
}

const plainReader = (field: Field): FieldReader => {
  const parts = partsOf(field)
  const columns = parts.map((part) => sql`t.${ident(columnOf(field, part))}`)
  const single = parts.length === 1 ? parts[0] : undefined
  const read =
    single === undefined
      ? (row: Row, at: number, labelOf: LabelOf): Json => {
          const cells: Cells = Object.fromEntries(parts.map((part, offset) => [part, cell(row[at + offset])]))
          return Object.values(cells).every((value) => value === null) ? null : field.type.read(cells, field, labelOf)
        }
      : (row: Row, at: number, labelOf: LabelOf): Json => {
          const value = cell(row[at])
          if (value === null) return null
          // System people are plain ids on the wire; names come with the model's members.
          return field.system && typeof value === 'string'
            ? value
            : field.type.read({ [single]: value }, field, labelOf)
        }
  return { field, columns, join: undefined, read }
}

/** The table that knows the label of what a field points to. */
const labelSource = (
  place: ReadingPlace,
  field: Field,
): { readonly table: string; readonly label: string } | undefined => {
  if (field.system) return undefined
  if (field.storage.type === 'member') return { table: 'member', label: 'name' }
  if (field.storage.type !== 'link') return undefined
  const target = place.model.modules.get(field.link?.module ?? '')
  return target === undefined ? undefined : { table: target.table, label: 'label' }
}

// The driver gives exactly the cell forms that the column types declare.
const cell = (value: unknown): Cell => (value === undefined ? null : (value as Cell)) // oxlint-disable-line no-unsafe-type-assertion -- see above

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const asObject = (value: unknown): Readonly<Record<string, Json>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, Json>>) : undefined // oxlint-disable-line no-unsafe-type-assertion -- `extra` is written as an object
