import { storedOption } from '../fields/select.ts'
import { pointerTo, problem } from '../issue/issue.ts'
import type { CheckRule } from './check-rule.ts'

/** A value stands once in its list; `1` and `"1"` are stored alike. */
export const optionLists: CheckRule = ({ model }) =>
  [...model.optionLists.values()].flatMap((list) =>
    list.options.flatMap((option, index) =>
      list.options.findIndex((other) => storedOption(other.value) === storedOption(option.value)) === index
        ? []
        : [
            problem('OPTION_DUPLICATE', {
              file: `options/${list.name}.json`,
              pointer: pointerTo('options', index, 'value'),
              params: { value: option.value },
            }),
          ],
    ),
  )
