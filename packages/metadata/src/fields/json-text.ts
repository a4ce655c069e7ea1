import type { Json } from '../json.ts'
import type { TextReading } from './field-type.ts'
import { notUnderstood, understood } from './value-problem.ts'

/** As deep as a request may nest. */
const deepest = 64

export const readJsonText = (text: string): TextReading => {
  try {
    const value: Json = JSON.parse(text)
    return isWithin(value, deepest) ? understood(value) : notUnderstood('jsonDeep', { limit: deepest })
  } catch {
    return notUnderstood('jsonText')
  }
}

const isWithin = (value: Json, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner: Json) => isWithin(inner, levels - 1)))
