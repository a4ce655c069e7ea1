import type { Primitive } from '@telar/metadata'

/** What each storage primitive is in PostgreSQL. No length, no NOT NULL: what a document can change, the one door enforces (decisions.md 12). */
const columnTypes = {
  text: 'text',
  integer: 'bigint',
  double: 'double precision',
  numeric: 'numeric',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamptz',
  uuid: 'uuid',
  json: 'jsonb',
  textList: 'text[]',
} as const satisfies Record<Primitive, string>

/** The type of a column; texts stand in this order (`collationOf`). */
export const columnType = (primitive: Primitive, collation: string): string =>
  primitive === 'text' ? `${columnTypes.text} collate "${collation}"` : columnTypes[primitive]

/** The type to cast a parameter to. */
export const castTypes = {
  text: 'text',
  integer: 'bigint',
  double: 'double precision',
  numeric: 'numeric',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamptz',
  uuid: 'uuid',
  json: 'jsonb',
  textList: 'text[]',
} as const satisfies Record<Primitive, string>
