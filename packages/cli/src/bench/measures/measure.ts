import type { Text } from '@telar/metadata'
import type { HttpRequest } from '../load/http-request.ts'
import type { PhysicalTable } from '../physical-table.ts'

/** One thing that both servers are asked to do: a file and a line in `measures/index.ts`. */
export interface Measure {
  readonly name: string
  readonly title: Text
  /** The part of the bare server's throughput that ours has to reach; null where none was set. */
  readonly target: number | null
  readonly ours: (sample: Sample) => HttpRequest
  readonly bare: (sample: Sample) => HttpRequest
}

/** What a request draws from. */
export interface Sample {
  readonly deal: PhysicalTable
  /** Ids of some existing records. */
  readonly ids: readonly string[]
  readonly companies: readonly string[]
  /** By the name of the scope. */
  readonly scopes: ReadonlyMap<string, ScopeSample>
  /** A whole number below a limit, evenly spread. */
  readonly below: (limit: number) => number
}

/** Somebody who sees a part of the records. */
export interface ScopeSample {
  /** Headers of the person's browser. */
  readonly headers: Readonly<Record<string, string>>
  /** Ids of some of the records that the person may see. */
  readonly ids: readonly string[]
}

export const pick = <Item>(sample: Sample, list: readonly Item[]): Item => {
  const item = list[sample.below(list.length)]
  if (item === undefined) throw new Error('there is nothing to pick from')
  return item
}

export const records = '/api/w/main/records/deal'
