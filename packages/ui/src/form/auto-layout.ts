import type { FieldView, JsonObject, ModuleView } from '@telar/metadata'
import type { UiElement } from './ui-element.ts'

interface AutoLayoutOptions {
  /** Whether a field takes a row of its own. */
  readonly isWide: (field: FieldView) => boolean
  readonly isShown?: (field: FieldView) => boolean
}

/** A layout for a module that brings none: fields in their order, two in a row, wide ones alone. */
export const autoLayout = (module: ModuleView, { isWide, isShown = () => true }: AutoLayoutOptions): UiElement => {
  const owner = module.owned ? ['ownerId'] : []
  const names = [
    ...Object.values(module.fields)
      .filter((field) => !field.system && isShown(field))
      .map(({ name }) => name),
    ...owner,
  ]
  const rows: JsonObject[] = []
  let pending: JsonObject[] = []
  const flush = () => {
    if (pending.length > 0) rows.push({ type: 'HorizontalLayout', elements: pending })
    pending = []
  }
  for (const name of names) {
    const field = module.fields[name]
    if (field === undefined) continue
    const control = controlOf(name)
    if (isWide(field)) {
      flush()
      rows.push(control)
    } else {
      pending = [...pending, control]
      if (pending.length === 2) flush()
    }
  }
  flush()
  return { type: 'VerticalLayout', elements: rows }
}

const controlOf = (name: string): JsonObject => ({ type: 'Control', scope: `#/properties/${name}` })
