import type { Json, JsonObject } from '@telar/metadata'
import { listOf, numberOf, objectOf, textOf, textOrNull } from './parse.ts'

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Where the older entries go on; null at the beginning of the record. */
  readonly next: string | null
}

/** One row of the ledger: who did what to a record, when, and what it changed. */
export interface HistoryEntry {
  readonly id: string
  readonly at: string
  readonly version: number
  /** `create`, `update`, `delete`, `restore`, `link`, `unlink`. */
  readonly op: string
  /** Id of the member who did it; null for Telar itself. */
  readonly actor: string | null
  /** Where it came from: a person, the API, an import, a workflow run. */
  readonly source: string
  readonly changes: readonly HistoryChange[]
  readonly detail: JsonObject
}

export interface HistoryChange {
  readonly field: string
  readonly before: Json
  readonly after: Json
}

export const historyOf = (answer: unknown): HistoryPage => {
  const page = objectOf(answer)
  return { entries: listOf(page['entries']).map(entryOf), next: textOrNull(page['next']) }
}

const entryOf = (value: Json): HistoryEntry => {
  const entry = objectOf(value)
  return {
    id: textOf(entry['id']),
    at: textOf(entry['at']),
    version: numberOf(entry['version']),
    op: textOf(entry['op']),
    actor: textOrNull(entry['actor']),
    source: textOf(entry['source']),
    changes: listOf(entry['changes']).map(changeOf),
    detail: objectOf(entry['detail']),
  }
}

const changeOf = (value: Json): HistoryChange => {
  const change = objectOf(value)
  return { field: textOf(change['field']), before: change['before'] ?? null, after: change['after'] ?? null }
}
