import type { Model, Module } from '../model.ts'
import { anyTime } from './check.ts'
import type { Filter } from './filter.ts'
import type { Predicate } from './predicate.ts'
import { readFilter } from './read-filter.ts'

/** Whether a checked filter looks at other records than the one it is asked about. */
export const reachesOut = (model: Model, module: Module, filter: Filter): boolean =>
  leaves(readFilter(filter, { model, module, context: anyTime }).predicate)

const leaves = (predicate: Predicate): boolean => {
  switch (predicate.type) {
    case 'always':
    case 'never':
      return false
    case 'exists':
    case 'shared':
      return true
    case 'not':
      return leaves(predicate.of)
    case 'all':
    case 'any':
      return predicate.of.some(leaves)
    case 'compare':
      return predicate.operand.path.length > 0
  }
}
