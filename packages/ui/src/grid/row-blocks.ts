import type { ListPage, RecordData } from '@telar/client'
import { createCursorSource, type Block, type CursorSource, type PageRequest } from './cursor-source.ts'

export interface BlockRequest {
  readonly start: number
  readonly end: number
  readonly sort: readonly string[]
}

/** Rows of one list by position and order. */
export interface RowBlocks {
  readonly read: (request: BlockRequest) => Promise<Block<RecordData>>
  /** Forgets the way through the list: records were added or taken away. */
  readonly reset: () => void
}

export type FetchList = (request: PageRequest & { readonly sort: readonly string[] }) => Promise<ListPage>

export interface RowCount {
  readonly value: number
  readonly exact: boolean
}

interface RowBlocksOptions {
  readonly fetch: FetchList
  readonly onCount: (count: RowCount) => void
}

/**
 * The list seen as rows. Until its end has been seen, the scroll bar is as long as the estimate says; an end that was
 * seen corrects it.
 */
export const createRowBlocks = ({ fetch, onCount }: RowBlocksOptions): RowBlocks => {
  let current: { readonly key: string; readonly source: CursorSource<RecordData> } | undefined
  let estimate: number | undefined

  const sourceFor = (sort: readonly string[]): CursorSource<RecordData> => {
    const key = sort.join(',')
    if (current?.key === key) return current.source
    const source = createCursorSource<RecordData>(async (request) => {
      const page = await fetch({ ...request, sort })
      if (page.count !== null) {
        estimate = page.count.value
        onCount(page.count)
      }
      return { rows: page.records, next: page.next }
    })
    current = { key, source }
    return source
  }

  return {
    read: async ({ start, end, sort }) => {
      const block = await sourceFor(sort).block(start, end)
      if (block.end !== undefined) {
        if (estimate !== block.end) onCount({ value: block.end, exact: true })
        return block
      }
      return { rows: block.rows, end: lengthSoFar(estimate, end) }
    },
    reset: () => current?.source.reset(),
  }
}

const more = 100

/**
 * How long the list is said to be. There is more behind the last row that was seen: an estimate that has been passed
 * grows, since the grid believes a length once it was told one.
 */
const lengthSoFar = (estimate: number | undefined, seen: number): number | undefined =>
  estimate === undefined || estimate > seen ? estimate : seen + more
