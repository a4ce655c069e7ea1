import { type Database, rows } from '../database/pool.ts'
import { ident, join, sql } from '../database/sql.ts'
import type { SchemaStep } from './table-ddl.ts'

/** A table with text columns that stand in another order than wanted. */
export interface OtherwiseOrdered {
  readonly table: string
  readonly columns: readonly string[]
}

/** Columns in the order of words of another language; retired ones too, since a field may come back to its column. */
export const otherwiseOrdered = async (
  database: Database,
  schema: string,
  collation: string,
): Promise<readonly OtherwiseOrdered[]> => {
  const found = await rows(
    database,
    sql`select c.relname, array_agg(a.attname::text order by a.attnum)
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_collation l on l.oid = a.attcollation
        where c.relnamespace = (select oid from pg_namespace where nspname = ${schema}) and c.relkind = 'r'
          and not a.attisdropped and l.collprovider = 'i' and l.collname <> ${collation}
        group by c.relname order by c.relname`,
  )
  return found.map(([table, columns]) => ({
    table: String(table),
    columns: Array.isArray(columns) ? columns.map(String) : [],
  }))
}

/** Brings texts that exist into another order: no row is rewritten, the indexes over these columns are made anew. */
export const reorderSteps = (
  schema: string,
  collation: string,
  tables: readonly OtherwiseOrdered[],
): readonly SchemaStep[] =>
  tables.map(({ table, columns }) => ({
    kind: 'reorderText',
    table,
    name: collation,
    sql: sql`alter table ${ident(schema, table)} ${join(
      columns.map((column) => sql`alter column ${ident(column)} type text collate ${ident(collation)}`),
    )}`,
  }))
