interface SortEntry {
  readonly colId: string
  readonly sort: 'asc' | 'desc'
}

/** `['-amount', 'name']` ⇄ what the grid knows of its columns. */
export const sortState = (sort: readonly string[]): (SortEntry & { readonly sortIndex: number })[] =>
  sort.map((entry, sortIndex) => ({
    colId: entry.replace(/^-/, ''),
    sort: entry.startsWith('-') ? 'desc' : 'asc',
    sortIndex,
  }))

export const sortOf = (model: readonly SortEntry[]): readonly string[] =>
  model.map(({ colId, sort }) => (sort === 'desc' ? `-${colId}` : colId))
