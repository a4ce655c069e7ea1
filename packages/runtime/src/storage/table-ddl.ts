import { createHash } from 'node:crypto'
import { type Field, indexedPart, type Model, type Module } from '@telar/metadata'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'
import { authorColumns, type Column, columnsOf, linkTableOf } from './columns.ts'
import { columnType } from './primitives.ts'
import { collationOf } from './text-collation.ts'

/** A part of a definition made physical: what it says to people, what it runs, which table it locks. */
export interface SchemaStep {
  readonly kind:
    | 'createTable'
    | 'addColumn'
    | 'createLinkTable'
    | 'addForeignKey'
    | 'createIndex'
    | 'dropIndex'
    | 'reorderText'
  readonly table: string
  readonly name: string
  readonly sql: Sql
}

export interface TablePlace {
  readonly schema: string
  readonly model: Model
  readonly module: Module
}

/** The table of a module with all its columns; foreign keys follow when every table exists. */
export const createTable = ({ schema, model, module }: TablePlace): readonly SchemaStep[] => {
  const collation = collationOf(model)
  const table = ident(schema, module.table)
  const step = (kind: SchemaStep['kind'], name: string, text: Sql): SchemaStep => ({
    kind,
    table: module.table,
    name,
    sql: text,
  })
  return [
    step(
      'createTable',
      module.name,
      sql`create table ${table} (${join([...systemColumns(collation), ...authorColumns(module).map((column) => columnDefinition(column, collation))], ',\n  ')})`,
    ),
    step(
      'createIndex',
      'created',
      sql`create index ${ident(indexName('ix', module.table, ['created_at']))} on ${table} (created_at, id) where deleted_at is null`,
    ),
    step(
      'createIndex',
      'label',
      sql`create index ${ident(indexName('ix', module.table, ['label']))} on ${table} (label, id) where deleted_at is null`,
    ),
    step(
      'createIndex',
      'search',
      sql`create index ${ident(indexName('ix', module.table, ['search']))} on ${table} using gin (search gin_trgm_ops) where deleted_at is null`,
    ),
    step(
      'createIndex',
      'cascade',
      sql`create index ${ident(indexName('ix', module.table, ['deleted_op']))} on ${table} (deleted_op) where deleted_op is not null`,
    ),
    ...(module.owned
      ? [
          step(
            'createIndex',
            'owner',
            sql`create index ${ident(indexName('ix', module.table, ['owner_id']))} on ${table} (owner_id, created_at, id) where deleted_at is null`,
          ),
          step(
            'createIndex',
            'team',
            sql`create index ${ident(indexName('ix', module.table, ['team_id']))} on ${table} (team_id, created_at, id) where deleted_at is null and team_id is not null`,
          ),
        ]
      : []),
    step(
      'createIndex',
      'creator',
      sql`create index ${ident(indexName('ix', module.table, ['created_by']))} on ${table} (created_by, created_at, id) where deleted_at is null and owner_id is null`,
    ),
  ]
}

const systemColumns = (collation: string): readonly Sql[] => [
  raw('id uuid primary key'),
  raw('version integer not null'),
  raw('created_at timestamptz not null'),
  raw('created_by uuid'),
  raw('updated_at timestamptz not null'),
  raw('updated_by uuid'),
  raw('owner_id uuid'),
  raw('team_id uuid'),
  raw('deleted_at timestamptz'),
  raw('deleted_op uuid'),
  raw(`label ${columnType('text', collation)} not null default ''`),
  raw(`search text not null default ''`),
  raw('extra jsonb'),
]

const columnDefinition = (column: Column, collation: string): Sql =>
  sql`${ident(column.name)} ${raw(columnType(column.primitive, collation))}`

export const addColumns = ({ schema, model, module }: TablePlace, field: Field): readonly SchemaStep[] =>
  columnsOf(field).map((column) => ({
    kind: 'addColumn',
    table: module.table,
    name: field.name,
    sql: sql`alter table ${ident(schema, module.table)} add column ${columnDefinition(column, collationOf(model))}`,
  }))

/** Rows of a many-to-many field: both ends, attributes, and who joined them when. */
export const createLinkTable = ({ schema, model, module }: TablePlace, field: Field): readonly SchemaStep[] => {
  const target = model.modules.get(field.link?.module ?? '')
  if (target === undefined) return []
  const name = linkTableOf(field)
  const table = ident(schema, name)
  const step = (kind: SchemaStep['kind'], text: Sql): SchemaStep => ({
    kind,
    table: name,
    name: `${module.name}.${field.name}`,
    sql: text,
  })
  return [
    step(
      'createLinkTable',
      sql`create table ${table} (
        "from" uuid not null references ${ident(schema, module.table)},
        "to" uuid not null references ${ident(schema, target.table)},
        attributes jsonb not null default '{}',
        created_at timestamptz not null default clock_timestamp(),
        created_by uuid,
        primary key ("from", "to")
      )`,
    ),
    step('createIndex', sql`create index ${ident(indexName('ix', name, ['to']))} on ${table} ("to", "from")`),
  ]
}

/** A link column's foreign key and the index that its related list reads; the author may ask for one of his own beside it. */
export const linkSteps = ({ schema, model, module }: TablePlace, field: Field): readonly SchemaStep[] => {
  const target = model.modules.get(field.link?.module ?? '')
  if (target === undefined || field.storage.type !== 'link') return []
  const table = ident(schema, module.table)
  return [
    {
      kind: 'addForeignKey',
      table: module.table,
      name: field.name,
      sql: sql`alter table ${table} add constraint ${ident(indexName('fk', module.table, [field.column]))} foreign key (${ident(field.column)}) references ${ident(schema, target.table)}`,
    },
    {
      kind: 'createIndex',
      table: module.table,
      name: field.name,
      sql: sql`create index ${ident(indexName('lx', module.table, [field.column]))} on ${table} (${ident(field.column)}) where deleted_at is null`,
    },
  ]
}

/** An index or unique rule as declared; its name says its columns, so that a changed rule is another index. */
export interface WantedIndex {
  readonly name: string
  readonly table: string
  readonly unique: boolean
  readonly fields: readonly string[]
  readonly sql: Sql
}

/** The indexes a module's document asks for. */
export const wantedIndexes = (schema: string, module: Module): readonly WantedIndex[] => [
  ...module.unique.map((rule) => wantedIndex({ schema, module }, rule.fields, true)),
  ...module.indexes.map((names) => wantedIndex({ schema, module }, names, false)),
]

const wantedIndex = (
  { schema, module }: Omit<TablePlace, 'model'>,
  fields: readonly string[],
  unique: boolean,
): WantedIndex => {
  const columns = fields.flatMap((name) => {
    const field = module.fields.get(name) ?? module.systemFields.get(name)
    if (field === undefined) return []
    return columnsOf(field).filter(({ part }, index) => (unique ? index === 0 : part === indexedPart(field)))
  })
  const names = columns.map((column) => column.name)
  const name = indexName(unique ? 'ux' : 'ix', module.table, names)
  const list = join(columns.map((column) => (unique ? ident(column.name) : sql`${ident(column.name)} asc nulls last`)))
  return {
    name,
    table: module.table,
    unique,
    fields,
    sql: sql`create ${raw(unique ? 'unique index' : 'index')} ${ident(name)} on ${ident(schema, module.table)} (${list}${raw(unique ? '' : ', id')}) where deleted_at is null`,
  }
}

/** A name of at most 63 bytes that depends on the table and all columns. */
const indexName = (prefix: string, table: string, columns: readonly string[]): string => {
  const hash = createHash('sha256')
    .update([table, ...columns].join('\0'))
    .digest('hex')
    .slice(0, 12)
  return `${prefix}_${table.slice(0, 40)}_${hash}`
}
