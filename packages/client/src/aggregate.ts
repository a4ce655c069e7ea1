import type { Filter, Json, JsonObject } from '@telar/metadata'
import { listOf, objectOf } from './parse.ts'

export interface AggregateQuery {
  /** Field names; with `by` a part of a date (`year`, `quarter`, `month`, `week`, `day`, `hour`). */
  readonly groupBy?: readonly { readonly field: string; readonly by?: string }[]
  readonly measures: readonly { readonly field?: string; readonly measure: string }[]
  readonly filter?: Filter | undefined
  readonly q?: string | undefined
}

export interface AggregateAnswer {
  readonly groups: readonly AggregateGroup[]
}

/** One group: what it has in common, and its measures in the order in which they were asked for. */
export interface AggregateGroup {
  readonly keys: readonly Json[]
  readonly values: readonly Json[]
}

export const aggregateOf = (answer: unknown): AggregateAnswer => ({
  groups: listOf(objectOf(answer)['groups']).map((value) => {
    const group: JsonObject = objectOf(value)
    return { keys: listOf(group['keys']), values: listOf(group['values']) }
  }),
})
