import type { RecordData } from '@telar/client'
import type { Json } from '@telar/metadata'
import type {
  CellEditRequestEvent,
  CellKeyDownEvent,
  ColumnResizedEvent,
  FullWidthCellKeyDownEvent,
  GetRowIdParams,
  GridApi,
  IDatasource,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { columnDefs } from './column-defs.ts'
import { GridActionsProvider, type GridActions } from './grid-actions-context.ts'
import type { ColumnChoice, GridColumn } from './grid-column.ts'
import { gridLocale } from './grid-locale.ts'
import { registerGridModules } from './grid-modules.ts'
import { gridTheme } from './grid-theme.ts'
import type { RowBlocks } from './row-blocks.ts'
import { meantSort, sortOf, sortState } from './sort-state.ts'
import classes from './data-grid.module.css'

registerGridModules()

export interface DataGridHandle {
  /** Reads the visible rows again, without losing the place. */
  readonly refresh: () => void
  /** Shows a newer state of a record if it is among the rows. */
  readonly apply: (record: RecordData) => void
  /** The record as the list shows it, if it is loaded. */
  readonly find: (id: string) => RecordData | undefined
  readonly focus: () => void
  readonly clearSelection: () => void
}

export interface CellEdit {
  readonly record: RecordData
  readonly field: string
  readonly value: Json
}

export interface DataGridProps {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly blocks: RowBlocks
  readonly sort: readonly string[]
  readonly openId: string | undefined
  /** Texts of the pinned last row, by field. */
  readonly totals: Readonly<Record<string, string>> | undefined
  readonly ref?: Ref<DataGridHandle>
  readonly hrefOf: (id: string) => string
  readonly onOpen: (id: string) => void
  readonly onOpenFull: (id: string) => void
  readonly onSort: (sort: readonly string[]) => void
  readonly onEdit: (edit: CellEdit) => void
  readonly onColumns: (columns: readonly ColumnChoice[]) => void
  readonly onSelect: (records: readonly RecordData[]) => void
}

const totalsId = '$totals'

/** The list of any module: rows by block, edited in place, driven by the keyboard. */
export function DataGrid({ ref, ...props }: DataGridProps) {
  const { t, i18n } = useTranslation()
  const { views } = useWorkspace()
  const api = useRef<GridApi<RecordData>>(null)
  const { blocks, columns, sort, openId, totals } = props

  // The record as it was when the editing began: what others write meanwhile is a conflict, not lost.
  const started = useRef<RecordData>(undefined)
  const wished = useRef(sort)
  useLayoutEffect(() => {
    wished.current = sort
  }, [sort])
  const nameKey = columns.map(({ name }) => name).join(',')
  const datasource = useMemo<IDatasource>(
    () => ({
      getRows: (params) => {
        blocks
          .read({
            start: params.startRow,
            end: params.endRow,
            sort: meantSort(sortOf(params.sortModel), wished.current, nameKey.split(',')),
          })
          .then(
            ({ rows, end }) => params.successCallback([...rows], end),
            () => params.failCallback(),
          )
      },
    }),
    [blocks, nameKey],
  )
  const [firstSort] = useState(sort)
  const defs = useMemo(() => columnDefs({ columns, views, firstSort }), [columns, views, firstSort])
  const actions = useMemo<GridActions>(
    () => ({ open: props.onOpen, hrefOf: props.hrefOf, totalsLabel: t('grid.totals'), untitled: t('grid.untitled') }),
    [props.onOpen, props.hrefOf, t],
  )
  const pinned = useMemo(() => (totals === undefined ? [] : [{ ...totals, id: totalsId, version: 0 }]), [totals])

  useGridSort(api, sort)
  useEffect(() => api.current?.redrawRows(), [openId])
  useImperativeHandle(ref, () => handleOf(api), [])

  return (
    <GridActionsProvider value={actions}>
      <div className={classes['root']} role="region" aria-label={props.label}>
        <AgGridReact<RecordData>
          // The grid takes its language once: another language is another grid.
          key={i18n.language}
          theme={gridTheme}
          localeText={gridLocale(t)}
          rowModelType="infinite"
          datasource={datasource}
          columnDefs={defs}
          maintainColumnOrder={false}
          defaultColDef={defaultColumn}
          cacheBlockSize={100}
          cacheOverflowSize={1}
          maxConcurrentDatasourceRequests={2}
          blockLoadDebounceMillis={40}
          infiniteInitialRowCount={30}
          getRowId={rowId}
          pinnedBottomRowData={pinned}
          rowSelection={selection}
          selectionColumnDef={selectionColumn}
          rowClassRules={{ 'is-open': ({ data }) => data !== undefined && data.id === openId }}
          readOnlyEdit
          stopEditingWhenCellsLoseFocus
          enterNavigatesVerticallyAfterEdit
          scrollbarWidth={8}
          animateRows={false}
          suppressCellFocus={false}
          enableCellTextSelection={false}
          suppressDragLeaveHidesColumns
          // The screen says so itself, with a way out.
          suppressOverlays={noOverlays}
          onGridReady={({ api: ready }) => {
            api.current = ready
          }}
          onSortChanged={(event) => {
            if (event.source !== 'api') props.onSort(sortOf(sortModelOf(event.api)))
          }}
          onCellEditingStarted={(event) => {
            started.current = event.data
          }}
          onCellEditRequest={(event) => edited(event, started.current, props.onEdit)}
          onCellKeyDown={(event) => openByKey(event, props)}
          onColumnMoved={(event) => {
            if (event.finished && event.source === 'uiColumnMoved') props.onColumns(choiceOf(event.api))
          }}
          onColumnResized={(event) => resized(event, props.onColumns)}
          onSelectionChanged={(event) => props.onSelect(event.api.getSelectedRows())}
        />
      </div>
    </GridActionsProvider>
  )
}

const defaultColumn = { resizable: true, suppressHeaderMenuButton: true, enableCellChangeFlash: true } as const

const noOverlays: ('noRows' | 'noMatchingRows')[] = ['noRows', 'noMatchingRows']

const selection = { mode: 'multiRow', headerCheckbox: false, enableClickSelection: false } as const

const selectionColumn = { width: 38, minWidth: 38, resizable: false, lockPosition: 'left', pinned: 'left' } as const

const rowId = ({ data }: GetRowIdParams<RecordData>): string => data.id

const sortModelOf = (api: GridApi<RecordData>) =>
  api
    .getColumnState()
    .filter((column) => column.sort !== null && column.sort !== undefined)
    .toSorted((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ colId, sort: sort ?? 'asc' }))

const shownColumns = (api: GridApi<RecordData>): readonly string[] => api.getColumnState().map(({ colId }) => colId)

const choiceOf = (api: GridApi<RecordData>): readonly ColumnChoice[] =>
  api
    .getColumnState()
    .filter(({ colId, hide }) => hide !== true && !colId.startsWith('ag-Grid'))
    .map(({ colId, width }) => ({ field: colId, width: width ?? undefined }))

type EditRequest = CellEditRequestEvent<RecordData, Json>

const edited = (event: EditRequest, started: RecordData | undefined, onEdit: DataGridProps['onEdit']): void => {
  const field = event.colDef.colId
  if (field === undefined || event.newValue === undefined || event.newValue === event.oldValue) return
  onEdit({ record: started?.id === event.data.id ? started : event.data, field, value: event.newValue })
}

type KeyEvent = CellKeyDownEvent<RecordData> | FullWidthCellKeyDownEvent<RecordData>

const openByKey = (pressed: KeyEvent, props: Omit<DataGridProps, 'ref'>): void => {
  const { event, data } = pressed
  if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || data === undefined || !('colDef' in pressed)) return
  const isTitle = props.columns.some(({ name, isTitle: leads }) => leads && name === pressed.colDef.colId)
  if (event.metaKey || event.ctrlKey) props.onOpenFull(data.id)
  else if (isTitle && event.target instanceof HTMLElement && event.target.classList.contains('ag-cell'))
    props.onOpen(data.id)
}

const resized = (
  { finished, source, api }: ColumnResizedEvent<RecordData>,
  onColumns: DataGridProps['onColumns'],
): void => {
  if (finished && source === 'uiColumnResized') onColumns(choiceOf(api))
}

/** Follows a sort that was chosen elsewhere: another view, the way back in the browser. */
const useGridSort = (api: { readonly current: GridApi<RecordData> | null }, sort: readonly string[]): void => {
  const key = sort.join(',')
  const follow = useCallback(() => {
    const grid = api.current
    const wish = key === '' ? [] : key.split(',')
    if (grid === null || meantSort(sortOf(sortModelOf(grid)), wish, shownColumns(grid)).join(',') === key) return
    grid.applyColumnState({ state: sortState(wish, shownColumns(grid)), defaultState: { sort: null } })
  }, [api, key])
  useEffect(follow, [follow])
}

const handleOf = (api: { readonly current: GridApi<RecordData> | null }): DataGridHandle => ({
  refresh: () => api.current?.refreshInfiniteCache(),
  apply: (record) => {
    const node = api.current?.getRowNode(record.id)
    if (node?.data !== undefined) node.setData({ ...node.data, ...record })
  },
  find: (id) => api.current?.getRowNode(id)?.data,
  focus: () => {
    const column = api.current?.getAllDisplayedColumns().find((each) => !each.getColId().startsWith('ag-Grid'))
    if (column !== undefined) api.current?.setFocusedCell(api.current.getFocusedCell()?.rowIndex ?? 0, column)
  },
  clearSelection: () => api.current?.deselectAll(),
})
