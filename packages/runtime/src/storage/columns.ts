import { columnOf, type Field, type Module, type Primitive } from '@telar/metadata'
import { onceFor } from '../database/template.ts'

/** One physical column of a module's table. */
export interface Column {
  readonly name: string
  readonly primitive: Primitive
  readonly field: Field
  readonly part: string
}

/** The columns that hold a field; none where its value lives in rows of its own. */
export const columnsOf = onceFor((field: Field): readonly Column[] => {
  switch (field.storage.type) {
    case 'columns':
      return Object.entries(field.storage.parts).map(([part, primitive]) => ({
        name: columnOf(field, part),
        primitive,
        field,
        part,
      }))
    case 'link':
    case 'directory':
      return [{ name: field.column, primitive: 'uuid', field, part: 'value' }]
    case 'links':
      return []
  }
})

/** Columns of the author's fields in document order. */
export const authorColumns = onceFor((module: Module): readonly Column[] =>
  [...module.fields.values()].flatMap(columnsOf),
)

/** The table that joins records of a many-to-many field. */
export const linkTableOf = (field: Field): string => field.column
