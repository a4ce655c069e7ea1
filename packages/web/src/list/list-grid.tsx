import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { isTelarError, type RecordData } from '@telar/client'
import {
  type CellEdit,
  DataGrid,
  type DataGridHandle,
  EmptyState,
  ErrorState,
  gridColumns,
  useWorkspace,
} from '@telar/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccessDialogs } from '../access/access-dialogs-context.ts'
import { canAssign } from '../access/can-assign.ts'
import { useRefusal } from '../access/use-refusal.ts'
import { useRecordDialogs } from '../record/record-dialogs-context.ts'
import { useRecordActions } from '../record/use-record-actions.ts'
import type { ListProps } from './list-props.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useColumnWidths } from './use-column-widths.ts'
import { useGridLive } from './use-grid-live.ts'
import { useTotals } from './use-totals.ts'
import classes from './list.module.css'

/** The list as a grid. */
export function ListGrid({ module, state, search, source, onChange }: ListProps) {
  const navigate = useNavigate()
  const { navigation } = useWorkspace()
  const { save, remove } = useRecordActions(module)
  const refuse = useRefusal(module.name)
  const openAccess = useAccessDialogs()
  const grid = useRef<DataGridHandle>(null)
  const [selected, setSelected] = useState<readonly RecordData[]>([])
  const widths = useColumnWidths(module.name)
  const columns = useMemo(() => gridColumns(module, widths.apply(state.columns)), [module, widths, state.columns])
  const totals = useTotals(module, state)
  useGridLive(module, grid, source.blocks)

  const isOpen = search.id !== undefined
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // A panel that closes gives the keyboard back to the list.
    if (wasOpen.current && !isOpen) grid.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  const edit = useCallback(
    async ({ record, field, value }: CellEdit) => {
      grid.current?.apply({ ...record, [field]: value })
      try {
        grid.current?.apply(await save(record, { [field]: value }))
      } catch (error) {
        grid.current?.apply(record)
        refuse(error, { record: record.id })
      }
    },
    [save, refuse],
  )
  const open = useCallback((id: string) => onChange({ id }), [onChange])
  const openFull = useCallback(
    (id: string) => void navigate({ to: '/$module/$id', params: { module: module.name, id } }),
    [navigate, module.name],
  )
  const hrefOf = useCallback((id: string) => navigation.href(module.name, id), [navigation, module.name])

  if (source.error !== undefined && source.count === undefined)
    return <ErrorState error={source.error} onRetry={() => location.reload()} />
  return (
    <>
      {source.error === undefined ? null : <Trouble error={source.error} onRetry={() => grid.current?.refresh()} />}
      <DataGrid
        ref={grid}
        label={module.plural}
        columns={columns}
        blocks={source.blocks}
        sort={state.sort}
        openId={search.id}
        totals={totals}
        hrefOf={hrefOf}
        onOpen={open}
        onOpenFull={openFull}
        onSort={(sort) =>
          onChange({ sort: sort.join(',') === (state.view?.sort ?? []).join(',') ? undefined : sort.join(',') })
        }
        onEdit={(change) => void edit(change)}
        onColumns={(next) => {
          widths.keep(next)
          const names = next.map(({ field }) => field).join(',')
          if (names !== columns.map(({ name }) => name).join(',')) onChange({ columns: names })
        }}
        onSelect={setSelected}
      />
      {source.count?.value === 0 ? (
        <Nothing module={module} state={state} search={search} source={source} onChange={onChange} />
      ) : null}
      <SelectionBar
        count={selected.length}
        canDelete={module.rights.delete}
        canAssign={canAssign(module)}
        onClear={() => grid.current?.clearSelection()}
        onAssign={() =>
          openAccess({
            type: 'assign',
            module,
            records: selected,
            onDone: () => grid.current?.clearSelection(),
          })
        }
        onDelete={() => {
          void remove(selected)
          grid.current?.clearSelection()
        }}
      />
    </>
  )
}

const messageOf = (error: unknown, offline: string): string => {
  if (!isTelarError(error)) return offline
  return error.status === 0 ? offline : (error.issues[0]?.message ?? error.message)
}

/** Some rows could not be read; those that were stay. */
function Trouble({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes['trouble']} role="alert">
      <span>{messageOf(error, t('state.offline'))}</span>
      <Button variant="default" size="compact-sm" onClick={onRetry}>
        {t('action.retry')}
      </Button>
    </div>
  )
}

/** Lies over the empty grid: the columns stay, so that one sees what would be here. */
function Nothing({ module, state, search, onChange }: ListProps) {
  const { t } = useTranslation()
  const { create } = useRecordDialogs()
  const isNarrowed = state.filter !== undefined || search.q !== undefined
  return (
    <div className={classes['nothing']}>
      {isNarrowed ? (
        <EmptyState
          icon="filter"
          title={t('list.nothingFits')}
          action={
            <Button variant="default" onClick={() => onChange({ filter: { all: [] }, q: undefined })}>
              {t('list.clearFilter')}
            </Button>
          }
        />
      ) : (
        <EmptyState
          icon={module.icon}
          title={t('list.nothingYet', { module: module.plural.toLocaleLowerCase() })}
          action={
            module.rights.create ? (
              <Button onClick={() => create({ module: module.name })}>{t('list.createFirst')}</Button>
            ) : undefined
          }
        />
      )}
    </div>
  )
}
