import {
  type Cell,
  type Cells,
  columnOf,
  type Field,
  type Json,
  type LabelOf,
  type Model,
  partsOf,
  type Reference,
} from '@telar/metadata'
import type { Row } from '../database/pool.ts'
import { ident, type Sql, sql } from '../database/sql.ts'
import { presentTables, type RecordTables } from './record-tables.ts'

/** Where a reader finds its tables. */
export interface ReadingPlace {
  readonly schema: string
  readonly model: Model
  /** Today's tables if nothing is said. */
  readonly tables?: RecordTables
}

export const readingTables = ({ schema, tables }: ReadingPlace): RecordTables => tables ?? presentTables(schema)

/** How one value of a record is selected and read. */
export interface FieldReader {
  /** Under which it stands in the record. */
  readonly name: string
  readonly columns: readonly Sql[]
  readonly join: Sql | undefined
  /** Takes its columns from this place of the row on. */
  readonly read: (row: Row, at: number, labelOf: LabelOf) => Json
  /** What the value names whose label no join brings; undefined where it names nothing. */
  readonly references: ((row: Row, at: number) => readonly Reference[]) | undefined
}

/** Aliases of the row that has the field, and of what tells the label of a link. */
export interface FieldAliases {
  readonly row: string
  readonly label: string
}

/** Reads a whole field from columns of its own. */
export const fieldReader = (place: ReadingPlace, field: Field, { row, label }: FieldAliases): FieldReader => {
  const target = labelSource(place, field)
  if (target === undefined) return plainReader(field, row)
  const alias = ident(label)
  const id = ident(row, field.column)
  return {
    name: field.name,
    columns: [id, sql`${alias}.${ident(target.label)}`],
    join: sql`left join ${readingTables(place).records(target.table, id)} ${alias} on ${alias}.id = ${id}`,
    read: (cells, at) =>
      cells[at] === null || cells[at] === undefined
        ? null
        : field.type.read({ value: cellAt(cells, at) }, field, () => text(cells[at + 1])),
    references: undefined,
  }
}

const plainReader = (field: Field, alias: string): FieldReader => {
  const parts = partsOf(field)
  const single = parts.length === 1 ? parts[0] : undefined
  return {
    name: field.name,
    columns: parts.map((part) => ident(alias, columnOf(field, part))),
    join: undefined,
    read: single === undefined ? readParts(field, parts) : readOne(field, single),
    references: field.children.size > 0 && hasNestedLink(field) ? referencesOf(field) : undefined,
  }
}

/** What the value of a json column names. */
export const referencesOf =
  (field: Field): NonNullable<FieldReader['references']> =>
  (row, at) => {
    const value = cellAt(row, at)
    return value === null ? [] : field.type.references(value, field)
  }

const readParts =
  (field: Field, parts: readonly string[]): FieldReader['read'] =>
  (row, at, labelOf) => {
    const cells: Cells = Object.fromEntries(parts.map((part, offset) => [part, cellAt(row, at + offset)]))
    return Object.values(cells).every((value) => value === null) ? null : field.type.read(cells, field, labelOf)
  }

const readOne =
  (field: Field, part: string): FieldReader['read'] =>
  (row, at, labelOf) => {
    const value = cellAt(row, at)
    if (value === null) return null
    // System people are plain ids on the wire; names come with the model's members.
    return field.system && typeof value === 'string' ? value : field.type.read({ [part]: value }, field, labelOf)
  }

/** Links inside json columns; links of the record itself bring their labels by a join. */
const hasNestedLink = (field: Field): boolean =>
  [...field.children.values()].some((child) => child.storage.type !== 'columns' || hasNestedLink(child))

/** The table that knows the label of what a field points to. */
const labelSource = (
  place: ReadingPlace,
  field: Field,
): { readonly table: string; readonly label: string } | undefined => {
  if (field.system) return undefined
  if (field.storage.type === 'directory') return { table: field.storage.table, label: 'name' }
  if (field.storage.type !== 'link') return undefined
  const target = place.model.modules.get(field.link?.module ?? '')
  return target === undefined ? undefined : { table: target.table, label: 'label' }
}

/** The driver gives exactly the cell forms that the column types declare. */
export const cellAt = (row: Row, at: number): Cell => {
  const value = row[at]
  return value === undefined ? null : (value as Cell) // oxlint-disable-line no-unsafe-type-assertion -- see above
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
