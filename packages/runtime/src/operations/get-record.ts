import { keptRows, preparedRows, type Row } from '../database/pool.ts'
import { raw, type Sql, sql } from '../database/sql.ts'
import { onceBy, template } from '../database/template.ts'
import { TelarError } from '../errors.ts'
import type { RecordReader, WireRecord } from '../storage/record-reader.ts'
import { selection } from '../storage/selection.ts'
import { type Caller, enter, type Entered } from './caller.ts'
import { readerFor } from './reader-for.ts'
import { readRows } from './resolved-labels.ts'

export interface GetRequest {
  readonly module: string
  readonly id: string
  readonly fields?: ReadonlySet<string>
  /** Also find it when it was deleted. */
  readonly deleted?: boolean
}

/** One record, as its reader may see it. */
export const getRecord = async (caller: Caller, request: GetRequest): Promise<WireRecord> => {
  return readRecord(enter(caller, 'read', request.module), request)
}

export const readRecord = async (
  { caller, served, grant }: Entered<'read'>,
  request: Omit<GetRequest, 'module'>,
): Promise<WireRecord> => {
  if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
  const reader = readerFor(caller, served, request.fields === undefined ? {} : { fields: request.fields })
  const found = await findRow({ caller, served, grant }, request, reader)
  const [record] = await readRows(caller, reader, found)
  if (record === undefined) throw new TelarError('RECORD_UNKNOWN')
  return record
}

const findRow = (
  entered: Entered<'read'>,
  request: Omit<GetRequest, 'module'>,
  reader: RecordReader,
): Promise<readonly Row[]> => {
  const { caller, served, grant } = entered
  if (grant.rows.type === 'always' && request.deleted !== true)
    return preparedRows(caller.database, living({ reader, table: served.table })(request))
  const alive = request.deleted === true ? raw('') : raw(' and t.deleted_at is null')
  const scope = selection({ schema: caller.snapshot.workspace.schema, alias: 't' }, grant.rows)
  const statement = sql`select ${reader.select} from ${served.table} t ${reader.joins} ${scope.joins} where t.id = ${request.id}::uuid${alive} and ${scope.where}`
  return keptRows(caller.database, statement)
}

/** What most reads are: a record that lives, for somebody who may see all of them. */
const living = onceBy(
  ({ reader }: { readonly reader: RecordReader; readonly table: Sql }) => reader,
  ({ reader, table }) =>
    template<{ readonly id: string }>(
      (slot) =>
        sql`select ${reader.select} from ${table} t ${reader.joins} where t.id = ${slot(({ id }) => id)}::uuid and t.deleted_at is null`,
    ),
)

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
