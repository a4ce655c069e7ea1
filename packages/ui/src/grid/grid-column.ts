import type { FieldView, ModuleView } from '@telar/metadata'

export interface GridColumn {
  /** Name of the field, the key of its value in a record. */
  readonly name: string
  readonly field: FieldView
  readonly width: number | undefined
  /** Leads to the record. */
  readonly isTitle: boolean
  readonly isEditable: boolean
}

export interface ColumnChoice {
  readonly field: string
  readonly width?: number | undefined
}

/** The columns to draw; names that the reader may not see or that no longer exist are left out. */
export const gridColumns = (module: ModuleView, choice: readonly ColumnChoice[]): readonly GridColumn[] => {
  const known = choice.flatMap(({ field: name, width }) => {
    const field = module.fields[name]
    return field === undefined ? [] : [{ name, field, width }]
  })
  const titleName = known.find(({ name }) => module.labelFields.includes(name))?.name ?? known[0]?.name
  return known.map((column) => ({
    ...column,
    isTitle: column.name === titleName,
    isEditable: module.rights.update && !column.field.readOnly && column.field.right === 'write',
  }))
}
