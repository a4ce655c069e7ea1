import type { ListProps } from './list-props.ts'

/** Opens the filter of the list. */
export function FilterButton(_props: ListProps) {
  return null
}
