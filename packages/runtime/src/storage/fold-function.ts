import { foldedMarks, foldedPairs, foldedToSeveral } from '@telar/metadata'
import { raw, type Sql } from '../database/sql.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const marks = `[${foldedMarks.map(([from, to]) => `${from}-${to}`).join('')}]`

const lowered = `lower(regexp_replace(normalize(value collate "C", nfkd), ${quoted(marks)}, '', 'g') collate "pg_c_utf8")`

const translated = `translate(${lowered}, ${quoted(foldedPairs.from)}, ${quoted(foldedPairs.to)})`

const replaced = Object.entries(foldedToSeveral).reduce(
  (text, [letter, letters]) => `replace(${text}, ${quoted(letter)}, ${quoted(letters)})`,
  translated,
)

/**
 * `telar.fold(text)`: what `fold` of metadata is, in the database, from the same tables. Immutable, so indexes may use
 * it: `normalize` and the builtin collation come with PostgreSQL's own Unicode tables, not with the machine's.
 */
export const foldFunction: Sql = raw(
  `create or replace function telar.fold(value text) returns text language sql immutable strict parallel safe return ${replaced}`,
)
