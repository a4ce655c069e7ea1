import type { FieldView, Filter, JsonObject, ModuleView } from '@telar/metadata'
import { holds } from './conditions.ts'

export interface ControlState {
  readonly isVisible: boolean
  readonly isRequired: boolean
  readonly isReadOnly: boolean
}

/** What the conditions of a field make of it, given the values around it. */
export const controlState = (field: FieldView, values: JsonObject, module: ModuleView): ControlState => {
  const isTrue = (condition: Filter | null, otherwise: boolean) =>
    condition === null ? otherwise : (holds(condition, values, module.fields) ?? otherwise)
  return {
    isVisible: isTrue(field.conditions.visible, true),
    isRequired: field.required || isTrue(field.conditions.required, false),
    isReadOnly: field.readOnly || isTrue(field.conditions.readOnly, false),
  }
}

/**
 * The field that a layout means by a property. One that shares its name with a field of every record is called `id_`
 * and so on; only the owner may stand in a layout by its own name.
 */
export const layoutField = (module: ModuleView, property: string): FieldView | undefined => {
  const field = module.fields[property]
  return field?.system === true && field.readOnly ? module.fields[`${property}_`] : field
}
