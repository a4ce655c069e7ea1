import type { Primitive } from '@telar/metadata'

/** People's order of words, whatever the case and accents; the same on every machine. */
export const textCollation = 'und-x-icu'

/** What each storage primitive is in PostgreSQL. No length, no NOT NULL: what a document can change, the one door enforces (decisions.md 12). */
export const columnTypes = {
  text: `text collate "${textCollation}"`,
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
