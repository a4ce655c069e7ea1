import { type Field, type Model, type Module, nameKey, type PhysicalNames } from '@telar/metadata'
import { ident, sql } from '../database/sql.ts'
import { type OtherwiseOrdered, reorderSteps } from './reorder-text.ts'
import {
  addColumns,
  createLinkTable,
  createTable,
  linkSteps,
  type SchemaStep,
  type TablePlace,
  wantedIndexes,
} from './table-ddl.ts'
import { collationOf } from './text-collation.ts'

export interface SchemaChange {
  /** The workspace's schema. */
  readonly schema: string
  readonly before: Model | undefined
  readonly after: Model
  /** Physical names that exist. */
  readonly known: PhysicalNames
  /** Texts that exist and do not stand in the order of the model's language. */
  readonly otherwise?: readonly OtherwiseOrdered[]
}

/**
 * The DDL that leads from what physically exists (`known` names, the published model's indexes) to what a model needs.
 * Nothing is ever dropped but indexes: what a definition gives up stays in its table until it is purged.
 */
export const schemaSteps = ({ schema, before, after, known, otherwise = [] }: SchemaChange): readonly SchemaStep[] => {
  const modules = [...after.modules.values()]
  return [
    ...reorderSteps(schema, collationOf(after), otherwise),
    ...modules.flatMap((module) => tableSteps({ schema, model: after, module }, known)),
    ...modules.flatMap((module) =>
      newFields(module, known).flatMap((field) => linkSteps({ schema, model: after, module }, field)),
    ),
    ...modules.flatMap((module) =>
      newFields(module, known)
        .filter((field) => field.storage.type === 'links')
        .flatMap((field) => createLinkTable({ schema, model: after, module }, field)),
    ),
    ...indexSteps(schema, before, after),
  ]
}

const tableSteps = (place: TablePlace, known: PhysicalNames): readonly SchemaStep[] =>
  known.has(nameKey(place.module.id, undefined))
    ? newFields(place.module, known).flatMap((field) => addColumns(place, field))
    : createTable(place)

const newFields = (module: Module, known: PhysicalNames): readonly Field[] =>
  [...module.fields.values()].filter((field) => !known.has(nameKey(field.id, field.storage)))

const indexSteps = (schema: string, before: Model | undefined, after: Model): readonly SchemaStep[] => {
  const had = new Map(
    [...(before?.modules.values() ?? [])]
      .flatMap((module) => wantedIndexes(schema, module))
      .map((index) => [index.name, index]),
  )
  const wants = new Map(
    [...after.modules.values()].flatMap((module) => wantedIndexes(schema, module)).map((index) => [index.name, index]),
  )
  return [
    ...[...had.values()]
      .filter((index) => !wants.has(index.name))
      .map((index): SchemaStep => ({
        kind: 'dropIndex',
        table: index.table,
        name: index.fields.join(', '),
        sql: sql`drop index if exists ${ident(schema, index.name)}`,
      })),
    ...[...wants.values()]
      .filter((index) => !had.has(index.name))
      .map((index): SchemaStep => ({
        kind: 'createIndex',
        table: index.table,
        name: index.fields.join(', '),
        sql: index.sql,
      })),
  ]
}
