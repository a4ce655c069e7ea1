/** One page of a list that can only be walked forward. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Where the next page starts; null at the end. */
  readonly next: string | null
}

export interface PageRequest {
  /** Undefined = from the first row. */
  readonly cursor: string | undefined
  readonly limit: number
  /** Only the way is wanted, not the rows: ask for as little as possible. */
  readonly isSkim: boolean
}

export type FetchPage<Row> = (request: PageRequest) => Promise<Page<Row>>

export interface Block<Row> {
  readonly rows: readonly Row[]
  /** Number of all rows once the end has been seen. */
  readonly end: number | undefined
}

/** Rows by position, over a list that is read by cursor. */
export interface CursorSource<Row> {
  readonly block: (start: number, end: number) => Promise<Block<Row>>
  /** Forgets the way: rows were added or taken away. */
  readonly reset: () => void
}

/** The most the server gives at once. */
const longestPage = 500

/**
 * Keeps the cursors it has passed as anchors. A block that follows a known anchor costs one request; a jump far ahead
 * first walks there in the longest pages without their contents. Walks run one after the other, so two jumps share
 * their way.
 */
export const createCursorSource = <Row>(fetchPage: FetchPage<Row>): CursorSource<Row> => {
  let anchors = new Map<number, string | undefined>([[0, undefined]])
  let end: number | undefined
  let walking: Promise<unknown> = Promise.resolve()

  const read = async (start: number, limit: number, isSkim: boolean): Promise<readonly Row[]> => {
    const seen = anchors
    const page = await fetchPage({ cursor: anchors.get(start), limit, isSkim })
    if (seen !== anchors) return page.rows
    if (page.next === null) end = start + page.rows.length
    else anchors.set(start + page.rows.length, page.next)
    return page.rows
  }

  const walkTo = async (target: number): Promise<void> => {
    let at = nearest(anchors, target)
    while (at < target && (end === undefined || at < end)) {
      await read(at, Math.min(target - at, longestPage), true)
      const reached = nearest(anchors, target)
      if (reached <= at) return
      at = reached
    }
  }

  const block = async (start: number, stop: number): Promise<Block<Row>> => {
    if (!anchors.has(start)) {
      const walk = walking.then(() => walkTo(start))
      walking = walk.catch(() => undefined)
      await walk
    }
    if (!anchors.has(start)) return { rows: [], end: end ?? nearest(anchors, start) }
    const rows = await read(start, stop - start, false)
    return { rows, end }
  }

  return {
    block,
    reset: () => {
      anchors = new Map([[0, undefined]])
      end = undefined
    },
  }
}

const nearest = (anchors: ReadonlyMap<number, unknown>, target: number): number =>
  Math.max(...[...anchors.keys()].filter((position) => position <= target))
