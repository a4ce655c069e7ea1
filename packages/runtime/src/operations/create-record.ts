import { fold, type Issue, type Json, type JsonObject, pointerTo, problem, textContext } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { insertRecord, type RecordRow } from '../storage/record-writer.ts'
import { type Caller, enter, type Entered } from './caller.ts'
import { holdsFor } from './conditions.ts'
import { inTransaction } from './in-transaction.ts'
import { writing } from './writing.ts'
import { missingReferences } from './nested-references.ts'
import { isNumbered, numberedValues } from './numbering.ts'
import { readRows } from './resolved-labels.ts'
import { statementName } from './statement-name.ts'
import { isUuid } from './get-record.ts'
import { explainFailure, explainNoRow } from './write-guards.ts'
import { cellsOf, labelAndSearch, normaliseInput, recordIssues, withDefaults, withRules, type WrittenRecord } from './written-record.ts'

export interface CreateRequest {
  readonly module: string
  readonly data: JsonObject
  /** Given by imports that know the id beforehand. */
  readonly id?: string
}

/** Makes a record: normalise → defaults → rules → validate → number → write with its ledger row. */
export const createRecord = async (caller: Caller, request: CreateRequest): Promise<WireRecord> => {
  const entered = enter(caller, 'create', request.module)
  // A running number is used up only if its record comes to be, so both are one act.
  return isNumbered(entered.served) ? inTransaction(caller, (inside) => insert({ ...entered, caller: inside }, request)) : insert(entered, request)
}

const insert = async ({ caller, served }: Entered<'create'>, request: CreateRequest): Promise<WireRecord> => {
  const { written: input, issues } = normaliseInput(served, request.data)
  const written = withRules(served, withDefaults(served, input))
  refuse([...issues, ...recordIssues(served, written, holdsFor(caller, served, cellsOf(served, written))), ...(await missingReferences(caller, served, written))])
  const numbered = await numberedValues(caller, served, written)
  const row = recordRow(caller, served, { written: numbered, id: request.id ?? caller.newId() })
  const statement = insertRecord(writing(caller, served), row)
  const found = await rows(caller.database, statement, statementName(statement)).catch((error: unknown) => {
    throw explainFailure(served, caller.snapshot.workspace.schema, error)
  })
  if (found.length === 0) refuse(await explainNoRow(caller, served, row))
  const [record] = await readRows(caller, served.reader, found)
  if (record === undefined) throw new Error('an insert without guards gave no row')
  return record
}

export const refuse = (issues: readonly Issue[]): void => {
  if (issues.some((issue) => issue.severity === 'error')) throw new TelarError('INVALID', { issues })
}

/** Everything that is written of a record, computed from its written form. */
export const recordRow = (caller: Caller, served: ServedModule, record: { readonly written: WrittenRecord; readonly id: string }): RecordRow => {
  const { label, search } = labelAndSearch(served, record.written, textContext(caller.snapshot.model.app.languages[0] ?? 'en', caller.snapshot.model.app.timeZone))
  const { values, extra } = record.written
  return {
    id: record.id,
    cells: cellsOf(served, record.written),
    owner: served.module.owned ? memberId(values.has('ownerId') ? values.get('ownerId') : caller.principal.id, 'ownerId') : null,
    team: served.module.owned ? memberId(values.get('teamId'), 'teamId') : null,
    label,
    search: fold(search),
    extra: Object.keys(extra).length === 0 ? null : extra,
  }
}

const memberId = (value: Json | undefined, name: string): string | null => {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string' && isUuid(value)) return value
  throw new TelarError('INVALID', { issues: [problem('format', { pointer: pointerTo(name), params: { format: 'uuid' } })] })
}
