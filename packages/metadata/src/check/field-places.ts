import { pointerTo } from '../issue/issue.ts'
import type { Field, Model, Module } from '../model.ts'

/** A field and where its author wrote it. */
export interface FieldPlace {
  readonly module: Module
  readonly field: Field
  /** The group, table or link whose part it is; undefined for a field of the module itself. */
  readonly holder: Field | undefined
  readonly file: string
  readonly pointer: string
}

/** Every field of a model with its place, those inside groups, tables and links after the field that holds them. */
export const fieldPlaces = (model: Model): readonly FieldPlace[] =>
  [...model.modules.values()].flatMap((module) =>
    [...module.fields.values()].flatMap((field) =>
      within({ module, field, holder: undefined }, ['properties', field.property]),
    ),
  )

const within = (
  found: Pick<FieldPlace, 'module' | 'field' | 'holder'>,
  steps: readonly string[],
): readonly FieldPlace[] => {
  const { module, field } = found
  const inside = [...steps, ...stepsInside(field)]
  return [
    { ...found, file: module.file, pointer: pointerTo(...steps) },
    ...[...field.children.values()].flatMap((child) =>
      within({ module, field: child, holder: field }, [...inside, child.property]),
    ),
  ]
}

/** Where the fields inside a field are written. */
const stepsInside = ({ schema }: Field): readonly string[] => {
  if (schema['x-attributes'] !== undefined) return ['x-attributes', 'properties']
  return schema['items'] === undefined ? ['properties'] : ['items', 'properties']
}
