import type { JsonObject } from '@telar/metadata'
import { preparedRows } from '../database/pool.ts'
import { TelarError } from '../errors.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { type InsertOptions, insertRecord } from '../storage/record-writer.ts'
import { type Caller, enter, type Entered } from './caller.ts'
import {
  extraField,
  isUnlimited,
  readBack,
  requireEverWritable,
  requireStillGranted,
  requireWritable,
} from './granted-records.ts'
import { inTransaction } from './in-transaction.ts'
import { missingReferences } from './nested-references.ts'
import { isNumbered, numberedValues } from './numbering.ts'
import { readInput } from './read-input.ts'
import { recordIssues } from './record-issues.ts'
import { recordRow } from './record-row.ts'
import { refuse, refuseShown } from './refuse.ts'
import { readRows } from './resolved-labels.ts'
import { explainFailure, explainNoRow } from './write-guards.ts'
import { writing } from './writing.ts'
import { withDefaults, withRules } from './written-record.ts'

export interface CreateRequest {
  readonly module: string
  readonly data: JsonObject
  /** Given by imports that know the id beforehand. */
  readonly id?: string
}

/** Makes a record: normalise → defaults → rules → validate → number → write with its ledger row. */
export const createRecord = async (caller: Caller, request: CreateRequest): Promise<WireRecord> => {
  const entered = enter(caller, 'create', request.module)
  // A running number is used up only if its record comes to be, and a right is asked of the record as it came to be.
  const record =
    isNumbered(entered.served) || !isUnlimited(entered)
      ? await inTransaction(caller, (inside) => insert({ ...entered, caller: inside }, request))
      : await insert(entered, request)
  // Between the refusal of a guard and the question why, the reason went away.
  if (record === undefined) throw new TelarError('BUSY')
  return record
}

/** The new record; undefined when there is one already and the caller asked to be told so rather than refused. */
export const insert = async (
  entered: Entered<'create'>,
  request: CreateRequest,
  options: InsertOptions = {},
): Promise<WireRecord | undefined> => {
  const { caller, served } = entered
  const { written: input, issues } = readInput(caller, served, request.data)
  const own = [...[...input.values].flatMap(([name, value]) => (value === null ? [] : [name])), ...extraField(input)]
  requireEverWritable(entered, own)
  const written = withRules(served, withDefaults(served, input))
  refuseShown(entered, [
    ...issues,
    ...recordIssues(caller, served, { written }),
    ...(await missingReferences(caller, served, { written })),
  ])
  const numbered = await numberedValues(caller, served, written)
  const row = recordRow(caller, served, { written: numbered, id: request.id ?? caller.newId() })
  const statement = insertRecord(writing(caller, served), row, options)
  const found = await preparedRows(caller.database, statement).catch((error: unknown) => {
    throw explainFailure({ caller, served }, row, error)
  })
  if (found.length === 0) refuse(await explainNoRow(caller, served, row))
  const [record] = await readRows(caller, served.reader, found)
  if (record === undefined || isUnlimited(entered)) return record
  await requireStillGranted(entered, record.id)
  await requireWritable(entered, record.id, own)
  return readBack(entered, record)
}
