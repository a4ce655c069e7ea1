import { EntitySchema } from '@mikro-orm/postgresql'
import type { Field, Model, Module } from '@telar/metadata'
import { authorColumns, type Column, linkTableOf } from './columns.ts'
import { castTypes } from './primitives.ts'
import { collationOf } from './text-collation.ts'

/**
 * The tables of a model as MikroORM entities: what `createTable` makes, said a second time in the words of somebody
 * who can compare it with the database. Indexes and foreign keys are left to the publish that makes them.
 */
export const entitySchemas = (schema: string, model: Model): readonly EntitySchema[] =>
  [...model.modules.values()].flatMap((module) => [
    moduleEntity({ schema, collation: collationOf(model) }, module),
    ...[...module.fields.values()]
      .filter((field) => field.storage.type === 'links' && model.modules.has(field.link?.module ?? ''))
      .map((field) => linkEntity(schema, field)),
  ])

/** One column as MikroORM describes it; what is not said may be empty. */
interface ColumnDescription {
  readonly type: string
  readonly columnType: string
  readonly nullable?: boolean
  readonly primary?: boolean
  readonly default?: string
  readonly collation?: string
}

const required = (columnType: string): ColumnDescription => ({ type: columnType, columnType })

const optional = (columnType: string): ColumnDescription => ({ type: columnType, columnType, nullable: true })

const systemProperties = (collation: string): Readonly<Record<string, ColumnDescription>> => ({
  id: { ...required('uuid'), primary: true },
  version: required('int'),
  created_at: required('timestamptz'),
  created_by: optional('uuid'),
  updated_at: required('timestamptz'),
  updated_by: optional('uuid'),
  owner_id: optional('uuid'),
  team_id: optional('uuid'),
  deleted_at: optional('timestamptz'),
  deleted_op: optional('uuid'),
  label: { ...required('text'), default: '', collation },
  search: { ...required('text'), default: '' },
  extra: optional('jsonb'),
})

interface EntityPlace {
  readonly schema: string
  readonly collation: string
}

const moduleEntity = ({ schema, collation }: EntityPlace, module: Module): EntitySchema =>
  entity(schema, module.table, {
    ...systemProperties(collation),
    ...Object.fromEntries(authorColumns(module).map((column) => [column.name, described(column, collation)])),
  })

/** The collation is no part of the type that PostgreSQL tells. */
const described = ({ primitive }: Column, collation: string): ColumnDescription => ({
  ...optional(castTypes[primitive]),
  ...(primitive === 'text' ? { collation } : {}),
})

const linkEntity = (schema: string, field: Field): EntitySchema =>
  entity(schema, linkTableOf(field), {
    from: { ...required('uuid'), primary: true },
    to: { ...required('uuid'), primary: true },
    attributes: { ...required('jsonb'), default: '{}' },
    created_at: required('timestamptz'),
    created_by: optional('uuid'),
  })

const entity = (schema: string, table: string, columns: Readonly<Record<string, ColumnDescription>>): EntitySchema =>
  new EntitySchema({
    name: table,
    tableName: table,
    schema,
    properties: Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, { ...column, fieldName: name }]),
    ),
  })
