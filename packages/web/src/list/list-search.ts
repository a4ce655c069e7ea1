import { isObject, type Filter } from '@telar/metadata'

/** The state of a list, all of it in the address: it can be sent, kept as a bookmark, and gone back to. */
export interface ListSearch {
  readonly view?: string
  /** `-amount,name`; absent = the view's own order. */
  readonly sort?: string
  /** `name,stage`; absent = the view's own columns. */
  readonly columns?: string
  /** Absent = the view's own filter. */
  readonly filter?: Filter
  /** Quick search in the names of the records. */
  readonly q?: string
  /** The record that is open beside the list. */
  readonly id?: string
}

export const listSearch = (search: Record<string, unknown>): ListSearch => ({
  ...text(search, 'view'),
  ...text(search, 'sort'),
  ...text(search, 'columns'),
  ...text(search, 'q'),
  ...text(search, 'id'),
  // The server says what is wrong with a filter; here it only has to be one thing.
  ...(isObject(search['filter']) ? { filter: search['filter'] as unknown as Filter } : {}), // oxlint-disable-line no-unsafe-type-assertion -- see above
})

const text = <Key extends string>(search: Record<string, unknown>, key: Key): { readonly [K in Key]?: string } => {
  const value = search[key]
  // The router reads `q=12` as a number.
  const written = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  return (typeof written === 'string' && written !== '' ? { [key]: written } : {}) as { readonly [K in Key]?: string } // oxlint-disable-line no-unsafe-type-assertion -- a computed key loses its name
}
