import { rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { type Caller, enterToRead } from './caller.ts'
import { type GetRequest, readRecord } from './get-record.ts'
import { readerFor } from './reader-for.ts'
import { readRows } from './resolved-labels.ts'
import { rowSource } from './row-choice.ts'

/** One record as it was at a time, under today's right to read it (decisions.md 19). */
export const getRecordAsOf = async (
  caller: Caller,
  request: GetRequest & { readonly asOf: string },
): Promise<WireRecord> => {
  const entered = enterToRead(caller, request.module)
  await readRecord(entered, { id: request.id, deleted: true, fields: new Set() })
  const reader = readerFor(caller, entered, request)
  const source = rowSource(caller, entered.reading, request.asOf).tables.records(
    entered.served.module.table,
    sql`${request.id}::uuid`,
  )
  const found = await rows(
    caller.database,
    sql`select ${reader.select} from ${source} t ${reader.joins} where t.deleted_at is null`,
  )
  const [record] = await readRows(caller, reader, found)
  if (record === undefined) throw new TelarError('RECORD_UNKNOWN')
  return record
}
