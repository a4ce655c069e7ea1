import type { Filter, ModuleView, View } from '@telar/metadata'
import type { ColumnChoice } from '@telar/ui'
import type { ListSearch } from './list-search.ts'

/** What a list shows: the view it stands on, and what the address changes about it. */
export interface ListState {
  readonly view: View | undefined
  readonly filter: Filter | undefined
  /** Quick search in the records' texts. */
  readonly q: string | undefined
  readonly sort: readonly string[]
  readonly columns: readonly ColumnChoice[]
  readonly isFilterChanged: boolean
}

export const listState = (module: ModuleView, search: ListSearch): ListState => {
  const view = viewOf(module, search.view)
  const filter = search.filter ?? view?.filter
  const own = isNothing(filter) ? undefined : filter
  return {
    view,
    filter: own,
    q: search.q,
    sort: search.sort === undefined ? (view?.sort ?? []) : namesIn(search.sort),
    columns:
      search.columns === undefined
        ? (view?.columns ?? defaultColumns(module))
        : namesIn(search.columns).map((field) => ({ field })),
    isFilterChanged: search.filter !== undefined,
  }
}

const namesIn = (list: string): readonly string[] => list.split(',').filter(Boolean)

const viewOf = (module: ModuleView, name: string | undefined): View | undefined =>
  module.views.find((view) => view.name === name) ?? module.views.find((view) => view.isDefault) ?? module.views[0]

/** An empty group says "everything": a view's filter that was taken away. */
const isNothing = (filter: Filter | undefined): boolean =>
  filter === undefined || ('all' in filter && filter.all.length === 0)

const mostColumns = 5

/** Columns for a module that brings no view: its label first, then what fits into a line. */
export const defaultColumns = (module: ModuleView): readonly ColumnChoice[] => {
  const own = Object.values(module.fields).filter((field) => !field.system)
  const label = own.filter((field) => module.labelFields.includes(field.name))
  const others = own.filter((field) => !module.labelFields.includes(field.name) && field.sortable)
  const rest = own.filter((field) => !label.includes(field) && !others.includes(field) && field.group !== 'structure')
  return [...label, ...others, ...rest].slice(0, mostColumns).map(({ name }) => ({ field: name }))
}
