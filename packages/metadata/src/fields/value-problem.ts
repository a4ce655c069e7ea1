import type { Json } from '../json.ts'
import type { TextReading, ValueProblem } from './field-type.ts'

export const valueProblem = (code: string, params: ValueProblem['params'] = {}, pointer = ''): ValueProblem => ({
  code,
  pointer,
  params,
})

export const understood = <Value extends Json>(value: Value): TextReading<Value> => ({ ok: true, value })

export const notUnderstood = (code: string, params: ValueProblem['params'] = {}): TextReading<never> => ({
  ok: false,
  problem: valueProblem(code, params),
})
