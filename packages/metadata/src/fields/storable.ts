import { pointerStep } from '../issue/issue.ts'
import { isList, isObject, type Json } from '../json.ts'
import type { ValueProblem } from './field-type.ts'

/** PostgreSQL holds neither NUL nor half of a surrogate pair, in text and in json alike. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** A number written with too many digits (`1e400`) reads as infinite, which JSON cannot say back. */
export const storableProblems = (value: Json, pointer = ''): readonly ValueProblem[] => {
  if (typeof value === 'string') return isStorableText(value) ? [] : [{ code: 'characters', pointer, params: {} }]
  if (typeof value === 'number' && !Number.isFinite(value))
    return [{ code: 'type', pointer, params: { type: 'number' } }]
  if (isList(value)) return value.flatMap((item, index) => storableProblems(item, pointer + pointerStep(index)))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) =>
    isStorableText(key)
      ? storableProblems(item, pointer + pointerStep(key))
      : [{ code: 'characters', pointer, params: {} }],
  )
}
