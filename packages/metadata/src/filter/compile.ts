import type { Issue } from '../issue/issue.ts'
import type { Model, Module } from '../model.ts'
import type { FilterContext } from './filter-context.ts'
import type { Filter } from './filter.ts'
import type { Predicate } from './predicate.ts'
import { readFilter } from './read-filter.ts'

/** A filter reached `compileFilter` that `checkFilter` refuses. */
export class InvalidFilter extends Error {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(
      `a filter with problems was compiled: ${issues.map(({ code, pointer }) => `${code} at "${pointer}"`).join(', ')}`,
    )
    this.name = 'InvalidFilter'
    this.issues = issues
  }
}

/** A checked filter bound to a module, relative values resolved for the person and moment of the context. */
// oxlint-disable-next-line max-params -- the four things a filter depends on, called in one place per operation
export const compileFilter = (model: Model, module: Module, filter: Filter, context: FilterContext): Predicate => {
  const { predicate, issues } = readFilter(filter, { model, module, context })
  if (issues.length > 0) throw new InvalidFilter(issues)
  return predicate
}
