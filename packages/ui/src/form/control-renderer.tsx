import { isEnabled, isVisible, type RendererProps } from '@jsonforms/core'
import { useJsonForms } from '@jsonforms/react'
import { isObject, type FieldView } from '@telar/metadata'
import { issuesOfPart } from '../widgets/parts-of-value.ts'
import { controlState, layoutField } from './control-state.ts'
import { useForm } from './form-context.ts'
import { ruleValidator } from './rule-validator.ts'
import { controlledField } from './ui-element.ts'

/** A control of a layout: finds its field and says what the layout's rules and the field's conditions make of it. */
export function ControlRenderer({ uischema, path, enabled }: RendererProps) {
  const { core } = useJsonForms()
  const { module } = useForm()
  const field = layoutField(module, controlledField(isObject(uischema) ? uischema : {}) ?? '')
  const data: unknown = core?.data
  if (field === undefined || !isVisible(uischema, data, path, ruleValidator, undefined)) return null
  const isOn = enabled !== false && isEnabled(uischema, data, path, ruleValidator, undefined)
  return <KnownControl field={field} isOn={isOn} />
}

function KnownControl({ field, isOn }: { readonly field: FieldView; readonly isOn: boolean }) {
  const form = useForm()
  const { values, issues, isReadOnly, firstField, skip, Control } = form
  const state = controlState(field, form)
  if (!state.isVisible || skip.has(field.name)) return null
  return (
    <Control
      field={field}
      value={values[field.name] ?? null}
      isRequired={state.isRequired}
      isReadOnly={isReadOnly || state.isReadOnly || !isOn}
      isLocked={!isReadOnly && state.isLocked}
      isFirst={field.name === firstField}
      issues={issuesOfPart(issues, field.name)}
    />
  )
}
