import { checkFilter } from '../filter/check.ts'
import type { Filter } from '../filter/filter.ts'
import { reachesOut } from '../filter/reaches-out.ts'
import { type Issue, problem } from '../issue/issue.ts'
import type { CheckContext, CheckRule } from './check-rule.ts'
import type { FieldPlace } from './field-places.ts'

const words = { visible: 'x-visible', required: 'x-required', readOnly: 'x-readonly' } as const

/** Conditions on fields (visible, required, read-only) are filters that type-check and look at the record itself. */
export const conditions: CheckRule = (context) =>
  context.fields
    .filter(({ holder }) => holder === undefined)
    .flatMap((place) =>
      (['visible', 'required', 'readOnly'] as const).flatMap((name) => {
        const filter = place.field.conditions[name]
        return filter === undefined
          ? []
          : filterIssues(context, place, filter).map((issue) => ({
              ...issue,
              file: place.file,
              pointer: `${place.pointer}/${words[name]}${issue.pointer}`,
            }))
      }),
    )

const filterIssues = ({ model }: CheckContext, { module }: FieldPlace, filter: Filter): readonly Issue[] => {
  const issues = checkFilter(model, module, filter)
  if (issues.length > 0) return issues
  return reachesOut(model, module, filter) ? [problem('CONDITION_REACHES_OUT')] : []
}
