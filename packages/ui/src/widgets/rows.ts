import type { FieldView, Json } from '@telar/metadata'

type Rows = readonly Json[]

/** A fresh row with the defaults of its parts. */
export const newRow = (columns: readonly FieldView[]): Json =>
  Object.fromEntries(columns.filter((column) => column.default !== null).map((column) => [column.name, column.default]))

export const replaceRow = (rows: Rows, index: number, row: Json): Rows =>
  rows.map((old, at) => (at === index ? row : old))

/** No rows at all is an empty value. */
export const removeRow = (rows: Rows, index: number): Rows | null =>
  rows.length <= 1 ? null : rows.filter((_row, at) => at !== index)

export const moveRow = (rows: Rows, from: number, to: number): Rows => {
  const moved = rows[from]
  if (moved === undefined || to < 0 || to >= rows.length) return rows
  const others = rows.filter((_row, at) => at !== from)
  return [...others.slice(0, to), moved, ...others.slice(to)]
}
