import { foldedMarks, foldedPairs, foldedToSeveral } from '@telar/metadata'
import { raw, type Sql } from '../database/sql.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const marks = `[${foldedMarks.map(([from, to]) => `${from}-${to}`).join('')}]`

const withoutMarks = `regexp_replace(normalize(value collate "C", nfkd), ${quoted(marks)}, '', 'g')`

const replaced = Object.entries(foldedToSeveral).reduce(
  (text, [letter, letters]) => `replace(${text}, ${quoted(letter)}, ${quoted(letters)})`,
  `translate(folded, ${quoted(foldedPairs.from)}, ${quoted(foldedPairs.to)})`,
)

/**
 * `telar.fold(text)`: what `fold` of metadata is, in the database, from the same tables. Immutable, so indexes may use
 * it: `normalize` and the builtin collation come with PostgreSQL's own Unicode tables, not with the machine's. The
 * early returns spare most texts the slow steps.
 */
export const foldFunction: Sql = raw(`
  create or replace function telar.fold(value text) returns text language plpgsql immutable strict parallel safe as $$
  declare
    folded text;
  begin
    if octet_length(value) = char_length(value) then return lower(value collate "pg_c_utf8"); end if;
    folded := lower(${withoutMarks} collate "pg_c_utf8");
    if octet_length(folded) = char_length(folded) then return folded; end if;
    return ${replaced};
  end $$`)
