import type { Field } from '../fields/field-type.ts'
import type { Model, Module } from '../model.ts'
import { findRows, isListOfRows } from './field-path.ts'
import { nearestNames } from './nearest-names.ts'
import { type Relation, rowColumn } from './predicate.ts'
import type { Scope } from './scope.ts'

/** What a list holds, as `some` and `none` name it: records on the other side of a link, or rows of the record itself. */
export type FoundRelation =
  | { readonly ok: true; readonly through: Relation; readonly scope: Scope }
  | { readonly ok: false; readonly known: readonly string[] }

/** Columns of a link table: the record that has the field, and the record it names. */
const linkTableColumns = { from: 'from', to: 'to' } as const

export const findRelation = (model: Model, scope: Scope, name: string): FoundRelation => {
  if (scope.type === 'row')
    return innerRows(scope.list, name) ?? { ok: false, known: nearestNames(name, rowListsOf(scope.list.children)) }
  const { module } = scope
  return (
    ownLinks(model, module, name) ??
    inverseLinks(model, module, name) ??
    ownRows(module, name) ?? { ok: false, known: nearestNames(name, listNames(module)) }
  )
}

const ownLinks = (model: Model, module: Module, name: string): FoundRelation | undefined => {
  const field = module.fields.get(name)
  const target = model.modules.get(field?.link?.module ?? '')
  if (field === undefined || field.storage.type !== 'links' || target === undefined) return undefined
  const { from, to } = linkTableColumns
  return {
    ok: true,
    scope: { type: 'record', module: target, link: field },
    through: { type: 'links', via: field.column, from, to, table: target.table },
  }
}

const inverseLinks = (model: Model, module: Module, name: string): FoundRelation | undefined => {
  const inverse = module.inverses.get(name)
  const source = model.modules.get(inverse?.module ?? '')
  const field = source?.fields.get(inverse?.field ?? '')
  if (source === undefined || field === undefined) return undefined
  const { from, to } = linkTableColumns
  return field.storage.type === 'links'
    ? {
        ok: true,
        scope: { type: 'record', module: source, link: field },
        through: { type: 'links', via: field.column, from: to, to: from, table: source.table },
      }
    : {
        ok: true,
        scope: { type: 'record', module: source },
        through: { type: 'inverse', table: source.table, column: field.column },
      }
}

const ownRows = (module: Module, name: string): FoundRelation | undefined => {
  const found = findRows((one) => module.fields.get(one), name)
  return found === undefined ? undefined : rowsAt(found.list, found.field.column, found.keys)
}

/** A list within the rows of another one. */
const innerRows = (list: Field, name: string): FoundRelation | undefined => {
  const found = findRows((one) => list.children.get(one), name)
  return found === undefined ? undefined : rowsAt(found.list, rowColumn, [found.field.property, ...found.keys])
}

const rowsAt = (list: Field, column: string, keys: readonly string[]): FoundRelation => ({
  ok: true,
  scope: { type: 'row', list },
  through: { type: 'rows', column, keys },
})

const listNames = (module: Module): readonly string[] => [
  ...[...module.fields.values()].filter((field) => field.storage.type === 'links').map((field) => field.name),
  ...module.inverses.keys(),
  ...rowListsOf(module.fields),
]

const rowListsOf = (fields: ReadonlyMap<string, Field>): readonly string[] =>
  [...fields.values()].filter(isListOfRows).map((field) => field.name)
