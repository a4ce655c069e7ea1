import type { RecordData } from '@telar/client'
import { sameJson, type FieldView, type Json } from '@telar/metadata'
import type { ColDef, SuppressKeyboardEventParams } from 'ag-grid-community'
import { viewOf } from '../views/text-of.ts'
import type { Views } from '../views/view.ts'
import { widgets } from '../widgets/index.ts'
import { widgetOf } from '../widgets/widgets-context.ts'
import { CellEditor } from './cell-editor.tsx'
import { Cell } from './cell.tsx'
import type { GridColumn } from './grid-column.ts'
import { sortState } from './sort-state.ts'

const narrowest = 72

const widthOf: Readonly<Record<string, number>> = {
  text: 180,
  number: 130,
  date: 150,
  choice: 150,
  relation: 190,
  person: 170,
}

/** Choices are known beforehand: their column is as wide as the longest of them wants it. */
const widthFor = (field: FieldView): number => {
  const longest = Math.max(0, ...field.options.map(({ label }) => label.length))
  const usual = widthOf[field.group] ?? 160
  return longest === 0 ? usual : Math.min(210, Math.max(110, Math.round(longest * 6.8) + 38))
}

interface Columns {
  readonly columns: readonly GridColumn[]
  readonly views: Views
  /** The order of the first rows; later ones are followed by the grid's own state. */
  readonly firstSort: readonly string[]
}

/** How a column behaves in the grid; everything that depends on the kind of field is asked from its widget and view. */
export const columnDefs = ({ columns, views, firstSort }: Columns): ColDef<RecordData, Json>[] => {
  const names = columns.map(({ name }) => name)
  const sorted = new Map(sortState(firstSort, names).map((entry) => [entry.colId, entry]))
  return columns.map((column) => {
    const { field } = column
    const { numeric } = viewOf(views, field)
    const widget = widgetOf(widgets, field)
    return {
      colId: column.name,
      headerName: field.title,
      valueGetter: ({ data }) => data?.[column.name] ?? null,
      equals: (a, b) => sameJson(a ?? null, b ?? null),
      width: column.width ?? (column.isTitle ? 240 : widthFor(field)),
      minWidth: narrowest,
      sortable: field.sortable,
      ...initialSort(sorted.get(column.name)),
      sortingOrder: ['asc', 'desc', null],
      editable: ({ node }) =>
        column.isEditable && widget.inline !== 'none' && node.rowPinned === undefined && node.data !== undefined,
      cellRenderer: Cell,
      cellRendererParams: { column },
      cellEditor: CellEditor,
      cellEditorParams: { field },
      cellEditorPopup: widget.inline === 'popup' || widget.size !== 'line',
      cellEditorPopupPosition: 'over',
      suppressKeyboardEvent: (params) =>
        ownsKey(params, { column, keepsKeys: widget.inline !== 'blur' || widget.size !== 'line' }),
      ...(numeric ? { cellClass: 'ag-right-aligned-cell numeric', headerClass: 'ag-right-aligned-header' } : {}),
      ...(column.isTitle ? { pinned: 'left' as const, lockPosition: 'left' as const, lockPinned: true } : {}),
    }
  })
}

const initialSort = (entry: ReturnType<typeof sortState>[number] | undefined) =>
  entry === undefined ? {} : { initialSort: entry.sort, initialSortIndex: entry.sortIndex }

interface KeyOwner {
  readonly column: GridColumn
  readonly keepsKeys: boolean
}

/** Keys that the grid must leave alone: Enter on a title opens the record; an editor with a list chooses with Enter. */
const ownsKey = ({ event, editing }: SuppressKeyboardEventParams, { column, keepsKeys }: KeyOwner): boolean => {
  if (!editing) return event.key === 'Enter' && (column.isTitle || event.metaKey || event.ctrlKey)
  return keepsKeys && event.key !== 'Escape'
}
