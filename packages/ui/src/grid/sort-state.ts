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

/**
 * The order that is meant: the grid knows only of columns that are shown. Where it shows what was asked for, the whole
 * wish counts, hidden columns included; where somebody clicked, the click counts.
 */
export const meantSort = (
  shown: readonly string[],
  wished: readonly string[],
  columns: readonly string[],
): readonly string[] => {
  const visible = wished.filter((entry) => columns.includes(entry.replace(/^-/, '')))
  return visible.join(',') === shown.join(',') ? wished : shown
}

export const sortOf = (model: readonly SortEntry[]): readonly string[] =>
  model.map(({ colId, sort }) => (sort === 'desc' ? `-${colId}` : colId))
