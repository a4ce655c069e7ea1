import { isVisible, type UISchemaElement } from '@jsonforms/core'
import { controlState, layoutField } from './control-state.ts'
import type { FormContextValue } from './form-context.ts'
import { ruleValidator } from './rule-validator.ts'
import { childrenOf, controlledField, type UiElement } from './ui-element.ts'

type Surroundings = Pick<FormContextValue, 'module' | 'values' | 'skip' | 'locked'>

/** The two libraries describe the same JSON with different types. */
// oxlint-disable-next-line no-unsafe-type-assertion -- see above
export const asUiSchema = (element: UiElement): UISchemaElement => element as unknown as UISchemaElement

/** Whether an element would draw anything: a heading over nothing is worse than no heading. */
export const showsSomething = (element: UiElement, form: Surroundings): boolean => {
  if (!isVisible(asUiSchema(element), form.values, '', ruleValidator, undefined)) return false
  const name = controlledField(element)
  if (name !== undefined) return showsField(name, form)
  const children = childrenOf(element)
  return children.length === 0 ? element['type'] === 'Label' : children.some((child) => showsSomething(child, form))
}

const showsField = (name: string, form: Surroundings): boolean => {
  const field = layoutField(form.module, name)
  return field !== undefined && !form.skip.has(field.name) && controlState(field, form).isVisible
}
