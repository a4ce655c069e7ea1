import type { ModuleView } from '@telar/metadata'
import { createRowBlocks, useWorkspace, type RowBlocks, type RowCount } from '@telar/ui'
import { useMemo, useState } from 'react'
import type { ListState } from './list-query.ts'

export interface ListSource {
  readonly blocks: RowBlocks
  readonly count: RowCount | undefined
  /** What kept the first rows from coming. */
  readonly error: unknown
  readonly countExactly: () => Promise<void>
  /** For lists that fetch their own pages. */
  readonly tellCount: (count: RowCount) => void
}

/** The rows of a list, by block, with as few fields as the columns need. */
export const useListSource = (
  module: ModuleView,
  { filter, q }: Pick<ListState, 'filter' | 'q'>,
  columns: readonly string[],
): ListSource => {
  const { client, model } = useWorkspace()
  const [state, setState] = useState<{ readonly count: RowCount | undefined; readonly error: unknown }>({
    count: undefined,
    error: undefined,
  })
  const filterKey = JSON.stringify(filter ?? null)
  const fieldsKey = [...new Set([...columns, ...module.labelFields])].toSorted().join(',')
  const source = useMemo(() => {
    const records = client.records(module.name)
    const query = { filter, q }
    const blocks = createRowBlocks({
      fetch: async ({ cursor, limit, isSkim, sort }) => {
        try {
          const page = await records.list({
            ...query,
            sort,
            cursor,
            limit,
            fields: isSkim ? ['id'] : fieldsKey.split(','),
            count: cursor === undefined ? 'estimated' : 'none',
          })
          setState((before) => (before.error === undefined ? before : { ...before, error: undefined }))
          return page
        } catch (error) {
          setState((before) => ({ ...before, error }))
          throw error
        }
      },
      onCount: (count) => setState((before) => ({ ...before, count })),
    })
    const countExactly = async () => {
      const page = await records.list({ ...query, limit: 1, fields: ['id'], count: 'exact' })
      setState((before) => ({ ...before, count: page.count ?? before.count }))
    }
    return { blocks, countExactly, tellCount: (count: RowCount) => setState((before) => ({ ...before, count })) }
    // The filter is compared by what it says: each reading of the address makes a new object. Another version of the
    // definition may show other rows.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [client, model.version, module.name, filterKey, q, fieldsKey])
  return { ...source, ...state }
}
