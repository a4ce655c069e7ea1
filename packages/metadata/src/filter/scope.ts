import type { Field } from '../fields/field-type.ts'
import type { Model, Module } from '../model.ts'
import { findAttributePath, findPath, findRowPath, type FoundPath } from './field-path.ts'

/** What the names of a filter mean at one place of it: fields of a record and of the link that leads to it, or of a row. */
export type Scope =
  | { readonly type: 'record'; readonly module: Module; readonly link?: Field }
  | { readonly type: 'row'; readonly list: Field }

export const scopeName = (scope: Scope): string => (scope.type === 'row' ? scope.list.name : scope.module.name)

/** Attributes of the link come before a field of the record that is called so too. */
export const findInScope = (model: Model, scope: Scope, written: string): FoundPath => {
  if (scope.type === 'row') return findRowPath(model, scope.list, written)
  const attribute = scope.link === undefined ? undefined : findAttributePath(model, scope.link, written)
  return attribute ?? findPath(model, scope.module, written)
}
