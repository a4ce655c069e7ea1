import { type Database, type Row, rows, run } from '../database/pool.ts'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'

/** A file that has wholly arrived. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly createdAt: string
  readonly createdBy: string
  /** Who holds it: a module's stable id and a record's id. */
  readonly holder: { readonly module: string; readonly record: string } | undefined
}

const columns: Sql = join(
  ['id', 'name', 'type', 'size', 'sha256', 'created_at', 'created_by', 'module', 'record'].map(
    (name) => sql`f.${ident(name)}`,
  ),
)

const fileOf = ([id, name, type, size, sha256, createdAt, createdBy, module, record]: Row): StoredFile => ({
  id: String(id),
  name: String(name),
  type: String(type),
  size: Number(size),
  sha256: String(sha256),
  createdAt: String(createdAt),
  createdBy: String(createdBy),
  holder: typeof record === 'string' ? { module: String(module), record } : undefined,
})

/** Notes that a file is on its way; it is nobody's but its uploader's. */
export const beginFile = async (
  database: Database,
  schema: string,
  file: Pick<StoredFile, 'id' | 'name' | 'type' | 'createdBy'>,
): Promise<void> => {
  await run(
    database,
    sql`insert into ${ident(schema, 'file')} (id, name, type, created_by) values (${file.id}::uuid, ${file.name}, ${file.type}, ${file.createdBy}::uuid)`,
  )
}

/** Notes that all of it is there. */
export const completeFile = async (
  database: Database,
  schema: string,
  file: Pick<StoredFile, 'id' | 'type' | 'size' | 'sha256'>,
): Promise<StoredFile | undefined> => {
  const found = await rows(
    database,
    sql`update ${ident(schema, 'file')} f set type = ${file.type}, size = ${file.size}::bigint, sha256 = ${file.sha256}
        where f.id = ${file.id}::uuid and f.size is null returning ${columns}`,
  )
  return found.map(fileOf)[0]
}

export const forgetFiles = async (database: Database, schema: string, ids: readonly string[]): Promise<void> => {
  await run(database, sql`delete from ${ident(schema, 'file')} where id = any(${[...ids]}::uuid[])`)
}

export const findFile = async (database: Database, schema: string, id: string): Promise<StoredFile | undefined> => {
  const found = await rows(
    database,
    sql`select ${columns} from ${ident(schema, 'file')} f where f.id = ${id}::uuid and f.size is not null`,
  )
  return found.map(fileOf)[0]
}

/** Files of a record, oldest first. */
export const filesOf = async (database: Database, schema: string, record: string): Promise<readonly StoredFile[]> => {
  const found = await rows(
    database,
    sql`select ${columns} from ${ident(schema, 'file')} f where f.record = ${record}::uuid order by f.attached_at, f.id limit 1000`,
  )
  return found.map(fileOf)
}

/** Gives a loose file of its uploader to a record. */
export const holdFile = async (
  database: Database,
  schema: string,
  {
    id,
    actor,
    module,
    record,
  }: { readonly id: string; readonly actor: string; readonly module: string; readonly record: string },
): Promise<StoredFile | undefined> => {
  const found = await rows(
    database,
    sql`update ${ident(schema, 'file')} f set module = ${module}, record = ${record}::uuid, loose_since = null, attached_at = clock_timestamp(), attached_by = ${actor}::uuid
        where f.id = ${id}::uuid and f.record is null and f.size is not null and f.created_by = ${actor}::uuid returning ${columns}`,
  )
  return found.map(fileOf)[0]
}

/** Takes a file from its record; it is loose from now on. */
export const releaseFile = async (
  database: Database,
  schema: string,
  { id, record }: { readonly id: string; readonly record: string },
): Promise<StoredFile | undefined> => {
  const found = await rows(
    database,
    sql`update ${ident(schema, 'file')} f set module = null, record = null, loose_since = clock_timestamp()
        where f.id = ${id}::uuid and f.record = ${record}::uuid returning ${columns}`,
  )
  return found.map(fileOf)[0]
}

/** Deletes files that nobody has held for so many hours, whole or half arrived; gives their ids. */
export const dropLooseFiles = async (database: Database, schema: string, hours: number): Promise<readonly string[]> => {
  const found = await rows(
    database,
    sql`delete from ${ident(schema, 'file')} where id in (
          select id from ${ident(schema, 'file')} where loose_since < clock_timestamp() - make_interval(hours => ${hours}::integer)
          order by loose_since limit ${raw('100')} for update skip locked
        ) and record is null returning id`,
  )
  return found.map(([id]) => String(id))
}
