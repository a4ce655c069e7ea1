import { type FieldPath, findPath, type Module, operandAt, readComposite, isObject } from '@telar/metadata'
import { ident, type Sql, sql } from '../database/sql.ts'
import {
  cellAt,
  fieldReader,
  type FieldReader,
  type ReadingPlace,
  readingTables,
  referencesOf,
} from './field-reader.ts'
import { type LinkJoins, linkJoins } from './link-joins.ts'
import { operandSql } from './operand-sql.ts'

/** Readers of what paths (`account.industry`, `amount.currency`) lead to, and the joins that bring it. */
export interface PathReaders {
  readonly joins: Sql
  readonly readers: readonly FieldReader[]
}

/** Paths from rows under the alias `t`; one that leads nowhere is left out. A deleted record on the way leaves its value empty. */
export const pathReaders = (place: ReadingPlace, module: Module, written: readonly string[]): PathReaders => {
  const found = written.flatMap((name) => {
    const path = findPath(place.model, module, name)
    return path.ok ? [{ name, path: path.path }] : []
  })
  const steps = found.map(({ path }) => path.steps)
  const joins = linkJoins({ schema: place.schema, alias: 't', tables: readingTables(place) }, steps, 'p')
  return {
    joins: joins.sql,
    readers: found.map(({ name, path }, index) => ({ ...readerAt(place, path, { joins, index }), name })),
  }
}

const readerAt = (
  place: ReadingPlace,
  path: FieldPath,
  { joins, index }: { readonly joins: LinkJoins; readonly index: number },
): FieldReader => {
  if (path.keys.length > 0) return insideReader(path, joins)
  return path.namesPart
    ? partReader(operandSql(operandAt(path), joins).text, path)
    : fieldReader(place, path.field, { row: joins.aliasOf(path.steps), label: `pl${index}` })
}

/** A part by itself: the cell as it is. */
const partReader = (column: Sql, { field }: FieldPath): FieldReader => ({
  name: field.name,
  columns: [column],
  join: undefined,
  read: (row, at) => cellAt(row, at),
  references: undefined,
})

/** A field that lies inside the json of a composite, read as the composite reads it. */
const insideReader = (path: FieldPath, joins: LinkJoins): FieldReader => {
  const { field, steps, column } = path
  const keys = path.namesPart ? operandAt(path).keys : path.keys
  const inner = partReader(sql`(${ident(joins.aliasOf(steps), column)} #> ${keys}::text[])`, path)
  if (path.namesPart) return inner
  const only = new Map([[field.property, field]])
  return {
    ...inner,
    read: (row, at, labelOf) => {
      const value = cellAt(row, at)
      const read = value === null ? null : readComposite({ [field.property]: value }, only, labelOf)
      return isObject(read) ? (read[field.property] ?? null) : null
    },
    references: referencesOf(field),
  }
}
