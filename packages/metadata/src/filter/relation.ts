import type { Model, Module } from '../model.ts'
import { nearestNames } from './nearest-names.ts'
import type { Relation } from './predicate.ts'

/** Records on the other side of an inverse or a many-to-many field, as `some` and `none` name them. */
export type FoundRelation =
  | { readonly ok: true; readonly through: Relation; readonly module: Module }
  | { readonly ok: false; readonly known: readonly string[] }

/** Columns of a link table: the record that has the field, and the record it names. */
const linkTableColumns = { from: 'from', to: 'to' } as const

export const findRelation = (model: Model, module: Module, name: string): FoundRelation =>
  ownLinks(model, module, name) ??
  inverseLinks(model, module, name) ?? { ok: false, known: nearestNames(name, relationNames(module)) }

const ownLinks = (model: Model, module: Module, name: string): FoundRelation | undefined => {
  const field = module.fields.get(name)
  const target = model.modules.get(field?.link?.module ?? '')
  if (field === undefined || field.storage.type !== 'links' || target === undefined) return undefined
  const { from, to } = linkTableColumns
  return { ok: true, module: target, through: { type: 'links', via: field.column, from, to, table: target.table } }
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
        module: source,
        through: { type: 'links', via: field.column, from: to, to: from, table: source.table },
      }
    : { ok: true, module: source, through: { type: 'inverse', table: source.table, column: field.column } }
}

const relationNames = (module: Module): readonly string[] => [
  ...[...module.fields.values()].filter((field) => field.storage.type === 'links').map((field) => field.name),
  ...module.inverses.keys(),
]
