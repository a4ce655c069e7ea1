import type { Json } from '../json.ts'
import type { TextReading } from './field-type.ts'
import { notUnderstood, understood } from './value-problem.ts'

export const readJsonText = (text: string): TextReading => {
  try {
    const value: Json = JSON.parse(text)
    return understood(value)
  } catch {
    return notUnderstood('jsonText')
  }
}
