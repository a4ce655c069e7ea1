import { ident, type Sql } from '../database/sql.ts'

/** Where the rows of a workspace are read from: its tables as they are, or as they were. */
export interface RecordTables {
  /** The records of a table, as what may stand after `from`; only the one of this id where it is given. */
  readonly records: (table: string, id?: Sql) => Sql
  /** The rows ("from", "to", attributes) of a link table. */
  readonly links: (table: string) => Sql
}

export const presentTables = (schema: string): RecordTables => ({
  records: (table) => ident(schema, table),
  links: (table) => ident(schema, table),
})
