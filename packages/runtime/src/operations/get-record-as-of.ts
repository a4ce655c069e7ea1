import { rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { asOfSource } from './as-of-source.ts'
import { type Caller, enter } from './caller.ts'
import { type GetRequest, isUuid, readRecord } from './get-record.ts'
import { readRows } from './resolved-labels.ts'

/** One record as it was at a time, under today's right to read it (decisions.md 19). */
export const getRecordAsOf = async (caller: Caller, request: GetRequest & { readonly asOf: string }): Promise<WireRecord> => {
  const entered = enter(caller, 'read', request.module)
  const { served } = entered
  if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
  await readRecord(entered, { id: request.id, deleted: true, fields: new Set() })
  const reader = request.fields === undefined ? served.reader : served.readerOf(request.fields)
  const source = asOfSource(caller, served, { at: request.asOf, id: request.id })
  const found = await rows(caller.database, sql`select ${reader.select} from ${source} t ${reader.joins} where t.deleted_at is null`)
  const [record] = await readRows(caller, reader, found)
  if (record === undefined) throw new TelarError('RECORD_UNKNOWN')
  return record
}
