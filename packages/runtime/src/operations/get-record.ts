import { preparedRows } from '../database/pool.ts'
import { raw, type Sql, sql } from '../database/sql.ts'
import { onceBy, template } from '../database/template.ts'
import { TelarError } from '../errors.ts'
import type { RecordReader, WireRecord } from '../storage/record-reader.ts'
import { type Caller, enterToRead, type Readable } from './caller.ts'
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
  return readRecord(enterToRead(caller, request.module), request)
}

export const readRecord = async (
  { caller, served, reading }: Readable,
  request: Omit<GetRequest, 'module'>,
): Promise<WireRecord> => {
  if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
  const reader = readerFor(caller, { served, reading }, request.fields === undefined ? {} : { fields: request.fields })
  const from = reading.tables.records(served.module.table)
  const found = await preparedRows(
    caller.database,
    (request.deleted === true ? alsoDeleted : living)({ reader, from })(request),
  )
  const [record] = await readRows(caller, reader, found)
  if (record === undefined) throw new TelarError('RECORD_UNKNOWN')
  return record
}

interface ReadFrom {
  readonly reader: RecordReader
  readonly from: Sql
}

/** A reader belongs to one module and to one person's rights, as its table does. */
const readerOf = ({ reader }: ReadFrom): RecordReader => reader

const byId = (condition: Sql) =>
  onceBy(readerOf, ({ reader, from }: ReadFrom) =>
    template<{ readonly id: string }>(
      (slot) =>
        sql`select ${reader.select} from ${from} t ${reader.joins} where t.id = ${slot(({ id }) => id)}::uuid${condition}`,
    ),
  )

const living = byId(raw(' and t.deleted_at is null'))

const alsoDeleted = byId(raw(''))

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
