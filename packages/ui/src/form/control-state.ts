import type { FieldView, Filter, JsonObject, ModuleView } from '@telar/metadata'
import { holds } from './conditions.ts'

export interface ControlState {
  readonly isVisible: boolean
  readonly isRequired: boolean
  readonly isReadOnly: boolean
  /** It could be written, but not by this reader. */
  readonly isLocked: boolean
}

export interface Around {
  readonly module: ModuleView
  readonly values: JsonObject
  /** Fields that the reader may not write here, whatever he may write elsewhere. */
  readonly locked: ReadonlySet<string>
}

/** What rights and its own conditions make of a field, given the values around it. */
export const controlState = (field: FieldView, { module, values, locked }: Around): ControlState => {
  const isTrue = (condition: Filter | null, otherwise: boolean) =>
    condition === null ? otherwise : (holds(condition, values, module.fields) ?? otherwise)
  const isFixed = field.computed || isTrue(field.conditions.readOnly, false)
  const isLocked = !isFixed && (field.right === 'read' || locked.has(field.name))
  return {
    isVisible: isTrue(field.conditions.visible, true),
    isRequired: field.required || isTrue(field.conditions.required, false),
    isReadOnly: field.readOnly || isFixed || isLocked,
    isLocked,
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
