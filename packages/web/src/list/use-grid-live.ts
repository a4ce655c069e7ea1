import { useQueryClient } from '@tanstack/react-query'
import type { RecordEvent } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { useWorkspace, type DataGridHandle, type RowBlocks } from '@telar/ui'
import type { RefObject } from 'react'
import { useGatheredEvents } from '../live/use-live.ts'
import { recordKey } from '../record/record-query.ts'

const pause = 250

/** Up to so many changed rows are read one by one; beyond, the visible rows are read anew. */
const fewRows = 8

/** Keeps the visible rows in step with what happens to the records, here and elsewhere. */
export const useGridLive = (module: ModuleView, grid: RefObject<DataGridHandle | null>, blocks: RowBlocks): void => {
  const { client } = useWorkspace()
  const queries = useQueryClient()
  const refresh = () => {
    blocks.reset()
    grid.current?.refresh()
  }
  const renew = async (id: string) => {
    const queryKey = recordKey(client.slug, module.name, id)
    grid.current?.apply(
      await queries.query({ queryKey, queryFn: () => client.records(module.name).get(id), staleTime: 0 }),
    )
  }
  useGatheredEvents(module.name, pause, (events) => {
    const old = events.filter(isNewer(grid.current))
    const ids = [...new Set(old.map(({ id }) => id))]
    if (events.some(({ op }) => movesRows(op)) || ids.length > fewRows) refresh()
    else Promise.all(ids.map(renew)).catch(refresh)
  })
}

/** Links and files of a record do not show in its row. */
const besideTheRow = new Set(['link', 'unlink', 'attach', 'detach'])

const movesRows = (op: string): boolean => op !== 'update' && !besideTheRow.has(op)

const isNewer =
  (grid: DataGridHandle | null) =>
  ({ id, version, op }: RecordEvent): boolean => {
    const shown = op === 'update' ? grid?.find(id) : undefined
    return shown !== undefined && shown.version < version
  }
