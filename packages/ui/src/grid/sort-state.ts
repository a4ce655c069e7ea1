interface SortEntry {
  readonly colId: string
  readonly sort: 'asc' | 'desc'
}

const nameIn = (entry: string): string => entry.replace(/^-/, '')

/**
 * `['-amount', 'name']` ⇄ what the grid knows of its columns. Numbered among those that are shown: a lonely "2" in a
 * heading would ask where the first one is.
 */
export const sortState = (
  sort: readonly string[],
  columns: readonly string[],
): (SortEntry & { readonly sortIndex: number })[] =>
  sort
    .filter((entry) => columns.includes(nameIn(entry)))
    .map((entry, sortIndex) => ({
      colId: nameIn(entry),
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
  const visible = wished.filter((entry) => columns.includes(nameIn(entry)))
  return visible.join(',') === shown.join(',') ? wished : shown
}

export const sortOf = (model: readonly SortEntry[]): readonly string[] =>
  model.map(({ colId, sort }) => (sort === 'desc' ? `-${colId}` : colId))
