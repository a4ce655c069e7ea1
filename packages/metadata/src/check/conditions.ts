import { checkFilter } from '../filter/check.ts'
import { pointerTo } from '../issue/issue.ts'
import type { CheckRule } from './check-rule.ts'

/** Conditions on fields (visible, required, read-only) are filters that type-check. */
export const conditions: CheckRule = ({ model }) =>
  [...model.modules.values()].flatMap((module) =>
    [...module.fields.values()].flatMap((field) =>
      Object.entries(field.conditions).flatMap(([name, filter]) =>
        filter === undefined
          ? []
          : checkFilter(model, module, filter).map((issue) => ({
              ...issue,
              file: module.file,
              pointer: `${pointerTo('properties', field.property, `x-${name.toLowerCase()}`)}${issue.pointer}`,
            })),
      ),
    ),
  )
