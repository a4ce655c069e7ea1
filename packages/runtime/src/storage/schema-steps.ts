import { type Field, type Model, type Module, nameKey, type PhysicalNames } from '@telar/metadata'
import { ident, sql } from '../database/sql.ts'
import { addColumns, createLinkTable, createTable, linkSteps, type SchemaStep, wantedIndexes } from './table-ddl.ts'

export interface SchemaChange {
  /** The workspace's schema. */
  readonly schema: string
  readonly before: Model | undefined
  readonly after: Model
  /** Physical names that exist. */
  readonly known: PhysicalNames
}

/**
 * The DDL that leads from what physically exists (`known` names, the published model's indexes) to what a model needs.
 * Nothing is ever dropped but indexes: what a definition gives up stays in its table until it is purged.
 */
export const schemaSteps = ({ schema, before, after, known }: SchemaChange): readonly SchemaStep[] => {
  const modules = [...after.modules.values()]
  return [
    ...modules.flatMap((module) => tableSteps(schema, module, known)),
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

const tableSteps = (schema: string, module: Module, known: PhysicalNames): readonly SchemaStep[] =>
  known.has(nameKey(module.id, undefined))
    ? newFields(module, known).flatMap((field) => addColumns(schema, module, field))
    : createTable(schema, module)

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
