import type { ModuleView } from '@telar/metadata'
import type { ListState } from './list-query.ts'
import type { ListSearch } from './list-search.ts'
import type { ListSource } from './use-list-source.ts'

/** What is said in the address; an undefined part is taken out of it. */
export type ChangeSearch = (changes: { readonly [Key in keyof ListSearch]?: ListSearch[Key] | undefined }) => void

/** What every part of a list screen works with. */
export interface ListProps {
  readonly module: ModuleView
  readonly state: ListState
  readonly search: ListSearch
  readonly source: ListSource
  readonly onChange: ChangeSearch
}
