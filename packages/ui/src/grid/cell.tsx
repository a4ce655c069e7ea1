import type { RecordData } from '@telar/client'
import type { Json } from '@telar/metadata'
import type { CustomCellRendererProps } from 'ag-grid-react'
import type { MouseEvent } from 'react'
import { FieldValue } from '../views/field-value.tsx'
import { useGridActions } from './grid-actions-context.ts'
import type { GridColumn } from './grid-column.ts'
import classes from './data-grid.module.css'

type CellProps = CustomCellRendererProps<RecordData, Json> & { readonly column: GridColumn }

/** One value of a list. Drawn thousands of times: plain elements only. */
export function Cell({ data, value, node, column }: CellProps) {
  if (node.rowPinned !== undefined && node.rowPinned !== null)
    return <Total text={value ?? null} isTitle={column.isTitle} />
  if (data === undefined) return <span className={classes['loading']} aria-hidden />
  if (column.isTitle) return <Title record={data} value={value ?? null} column={column} />
  if (value === null || value === undefined || value === '') return null
  return (
    <span className={classes['cell']}>
      <FieldValue field={column.field} value={value} dense />
    </span>
  )
}

function Total({ text, isTitle }: { readonly text: Json; readonly isTitle: boolean }) {
  const { totalsLabel } = useGridActions()
  const shown = typeof text === 'string' ? text : ''
  return (
    <span className="numeric">
      {isTitle ? <span className="dimmed">{totalsLabel} </span> : null}
      {shown}
    </span>
  )
}

function Title({
  record,
  value,
  column,
}: {
  readonly record: RecordData
  readonly value: Json
  readonly column: GridColumn
}) {
  const { open, hrefOf, untitled } = useGridActions()
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open(record.id)
  }
  return (
    <a className={classes['title']} href={hrefOf(record.id)} tabIndex={-1} onClick={onClick}>
      {value === null || value === '' ? (
        <span className="dimmed">{untitled}</span>
      ) : (
        <FieldValue field={column.field} value={value} dense />
      )}
    </a>
  )
}
