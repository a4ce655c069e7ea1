import { findPath } from '../filter/field-path.ts'
import { type Issue, problem } from '../issue/issue.ts'
import type { Model, Module } from '../model.ts'
import { unknownField } from './unknown-field.ts'

interface At {
  readonly file: string
  readonly pointer: string
}

/** A column of a list is a field of its module or a path from it (`account.industry`, `amount.currency`). */
export const columnIssues = (
  model: Model,
  module: Module,
  { written, ...at }: At & { readonly written: string },
): readonly Issue[] => {
  if (module.fields.has(written) || module.systemFields.has(written)) return []
  if (!written.includes('.')) return [unknownField(module, written, at)]
  const found = findPath(model, module, written)
  return found.ok ? [] : [problem(found.code, { ...at, params: found.params })]
}
