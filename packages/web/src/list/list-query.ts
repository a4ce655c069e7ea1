import type { Filter, ModuleView, View } from '@telar/metadata'
import type { ColumnChoice } from '@telar/ui'
import type { ListSearch } from './list-search.ts'

/** What a list shows: the view it stands on, and what the address changes about it. */
export interface ListState {
  readonly view: View | undefined
  readonly filter: Filter | undefined
  /** Filter and quick search together: what is asked of the server. */
  readonly query: Filter | undefined
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
    query: both(own, quickFilter(module, search.q ?? '')),
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

const both = (a: Filter | undefined, b: Filter | undefined): Filter | undefined =>
  a === undefined ? b : b === undefined ? a : { all: [a, b] }

/** Each word in any of the fields that name a record. */
export const quickFilter = (module: ModuleView, text: string): Filter | undefined => {
  const places = module.labelFields.flatMap((name) => {
    const operators = Object.entries(module.fields[name]?.operators ?? {})
    return operators
      .filter(([, known]) => known.includes('contains'))
      .map(([part], index) => (index === 0 ? name : `${name}.${part}`))
  })
  const words = text.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0 || places.length === 0) return undefined
  return { all: words.map((value) => ({ any: places.map((field) => ({ field, op: 'contains', value })) })) }
}

const mostColumns = 5

/** Columns for a module that brings no view: its label first, then what fits into a line. */
export const defaultColumns = (module: ModuleView): readonly ColumnChoice[] => {
  const own = Object.values(module.fields).filter((field) => !field.system)
  const label = own.filter((field) => module.labelFields.includes(field.name))
  const others = own.filter((field) => !module.labelFields.includes(field.name) && field.sortable)
  const rest = own.filter((field) => !label.includes(field) && !others.includes(field) && field.group !== 'structure')
  return [...label, ...others, ...rest].slice(0, mostColumns).map(({ name }) => ({ field: name }))
}
