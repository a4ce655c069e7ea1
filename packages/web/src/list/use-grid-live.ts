import { useThrottledCallback } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import type { ModuleView } from '@telar/metadata'
import { useWorkspace, type DataGridHandle, type RowBlocks } from '@telar/ui'
import type { RefObject } from 'react'
import { useRecordEvents } from '../live/use-live.ts'
import { recordKey } from '../record/record-query.ts'

const calm = 1500

/** Keeps the visible rows in step with what happens to the records, here and elsewhere. */
export const useGridLive = (module: ModuleView, grid: RefObject<DataGridHandle | null>, blocks: RowBlocks): void => {
  const { client } = useWorkspace()
  const queries = useQueryClient()
  const refresh = useThrottledCallback(() => {
    blocks.reset()
    grid.current?.refresh()
  }, calm)
  useRecordEvents(module.name, ({ id, version, op }) => {
    if (op !== 'update') return refresh()
    const shown = grid.current?.find(id)
    if (shown === undefined || shown.version >= version) return undefined
    void queries
      .query({
        queryKey: recordKey(client.slug, module.name, id),
        queryFn: () => client.records(module.name).get(id),
        staleTime: 0,
      })
      .then((record) => grid.current?.apply(record))
      .catch(refresh)
    return undefined
  })
}
