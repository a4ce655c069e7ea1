import { type Cells, compileFilter, evaluate, type Field } from '@telar/metadata'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Caller } from './caller.ts'

interface FieldPlace {
  readonly served: ServedModule
  readonly field: Field
}

/** Whether a field's `required` condition holds for a record given by its cells. */
export const isRequiredNow = (caller: Caller, { served, field }: FieldPlace, cells: Cells): boolean => {
  const condition = field.conditions.required
  if (condition === undefined) return false
  const predicate = compileFilter(caller.snapshot.model, served.module, condition, filterContext(caller))
  return evaluate(predicate, cells, { linked: () => undefined, through: () => [] })
}

/** What relative values of filters mean for this caller. */
export const filterContext = (caller: Caller) => ({
  now: caller.now().toISOString(),
  timeZone: caller.principal.timeZone,
  firstDayOfWeek: caller.principal.firstDayOfWeek,
  user: { id: caller.principal.id },
})
