/** What is open on the page of a record. */
export interface RecordSearch {
  readonly tab?: string
  /** The record as it was at this time. */
  readonly asOf?: string
}

export const recordSearch = (search: Record<string, unknown>): RecordSearch => ({
  ...(typeof search['tab'] === 'string' && search['tab'] !== '' ? { tab: search['tab'] } : {}),
  ...(typeof search['asOf'] === 'string' && !Number.isNaN(Date.parse(search['asOf'])) ? { asOf: search['asOf'] } : {}),
})
