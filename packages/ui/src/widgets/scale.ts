import type { FieldView } from '@telar/metadata'

/** Digits after the point that an author allows; undefined when nothing is said. */
export const scaleOf = (field: FieldView): number | undefined => {
  const scale = field.schema['x-scale']
  return typeof scale === 'number' ? scale : undefined
}
