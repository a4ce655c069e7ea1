import { ident, type Sql, sql } from '../database/sql.ts'

/**
 * Files of a workspace. `module` and `record` name who holds a file; nobody does while both are null, and then it is
 * collected some time after `loose_since`. A file without a size is still on its way in. Chunks are kept uncompressed
 * and outside the row: most files are compressed already, and a part of one is read without the rest.
 */
export const fileTables = (schema: string): Sql => sql`
  create table ${ident(schema, 'file')} (
    id uuid primary key,
    name text not null,
    type text not null,
    size bigint,
    sha256 text,
    module text,
    record uuid,
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid not null,
    attached_at timestamptz,
    attached_by uuid,
    loose_since timestamptz default clock_timestamp(),
    check ((record is null) = (loose_since is not null))
  );
  create index file_record on ${ident(schema, 'file')} (record, attached_at) where record is not null;
  create index file_loose on ${ident(schema, 'file')} (loose_since) where loose_since is not null;
  create table ${ident(schema, 'file_chunk')} (
    file uuid not null references ${ident(schema, 'file')} on delete cascade,
    n integer not null,
    data bytea not null,
    primary key (file, n)
  );
  alter table ${ident(schema, 'file_chunk')} alter column data set storage external`
