import { type Issue, type Json, type JsonObject, sameJson } from '@telar/metadata'
import { preparedRows } from '../database/pool.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { loadState, type RecordState } from '../storage/record-state.ts'
import { type RecordRow, updateRecord as updateStatement } from '../storage/record-writer.ts'
import { type Caller, enter, type Entered, readableModule } from './caller.ts'
import { isUuid } from './get-record.ts'
import { extraField, isUnlimited, readBack, refusal, requireStillGranted, requireWritable } from './granted-records.ts'
import { inTransaction } from './in-transaction.ts'
import { missingReferences } from './nested-references.ts'
import { readInput } from './read-input.ts'
import { recordIssues } from './record-issues.ts'
import { recordRow } from './record-row.ts'
import { refuse, refuseShown } from './refuse.ts'
import { readRows } from './resolved-labels.ts'
import { shownFields } from './shown-fields.ts'
import { staleVersion } from './stale-version.ts'
import { changedFields, keepUnchanged, writtenFrom } from './stored-record.ts'
import { explainFailure, explainNoRow } from './write-guards.ts'
import { writing } from './writing.ts'
import { withChanges, withRules, type WrittenRecord } from './written-record.ts'

export interface UpdateRequest {
  readonly module: string
  readonly id: string
  /** Only what changes; null clears. */
  readonly data: JsonObject
  /** The version the caller saw; `any` = whatever it is now. */
  readonly version: number | 'any'
}

/** Changes a record: load → lay over → rules → validate → write with its ledger row. A change of nothing writes nothing. */
export const updateRecord = async (caller: Caller, request: UpdateRequest): Promise<WireRecord> => {
  const entered = enter(caller, 'update', request.module)
  if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
  if (!isUnlimited(entered))
    return inTransaction(caller, (inside) => updateLimited({ ...entered, caller: inside }, request))
  const record = await tryUpdate(entered, request, { isLocked: false })
  // Somebody wrote in between: now the record is held while it is changed, so that writers stand in line.
  return record ?? inTransaction(caller, (inside) => updateLocked({ ...entered, caller: inside }, request))
}

const updateLocked = async (entered: Entered<'update'>, request: UpdateRequest): Promise<WireRecord> => {
  const record = await tryUpdate(entered, request, { isLocked: true })
  if (record === undefined) throw new TelarError('BUSY')
  return record
}

/** For somebody who may not change everything: the right is asked of the record before and after (decisions.md 27). */
const updateLimited = async (entered: Entered<'update'>, request: UpdateRequest): Promise<WireRecord> => {
  const written = await updateLocked(entered, request)
  await requireStillGranted(entered, request.id)
  return readBack(entered, written)
}

/** The changed record; undefined when it got another version between reading and writing. */
const tryUpdate = async (
  entered: Entered<'update'>,
  request: UpdateRequest,
  how: { readonly isLocked: boolean },
): Promise<WireRecord | undefined> => {
  const { caller, served } = entered
  const state = await loadRecord(entered, request.id, how)
  const { written: input, issues } = readInput(caller, served, request.data)
  if (request.version !== 'any' && request.version !== state.version)
    throw await staleVersion(caller, served, { state, input })
  const stored = writtenFrom(served, state)
  const written = withRules(served, withChanges(stored, input))
  const changed = changedFields(stored, written)
  const own = await askedFor(entered, request.id, { input, changed })
  await requireWritable(entered, request.id, own)
  refuseShown(entered, [...issues, ...(await newIssues(caller, served, { stored, written, changed }))])
  const row = keepUnchanged(served, { state, changed }, recordRow(caller, served, { written, id: request.id, changed }))
  const before = changedCells(state, row)
  if (Object.keys(before).length === 0) return readBack(entered, state)
  const record = await write(caller, served, { state, row, before })
  if (record !== undefined) await requireWritable(entered, request.id, own)
  return record
}

/**
 * Fields that the right to write is asked for: those that change. A value that stays is no change, but only for whoever
 * may see it: otherwise the answer would tell a guess that is right from one that is wrong.
 */
const askedFor = async (
  { caller, served }: Entered<'update'>,
  id: string,
  { input, changed }: { readonly input: WrittenRecord; readonly changed: ReadonlySet<string> },
): Promise<readonly string[]> => {
  const same = [...input.values.keys()].filter((name) => !changed.has(name))
  const readable = readableModule(caller, served.module.name)
  const shows = same.length === 0 || readable === undefined ? () => false : await shownFields(readable, id)
  return [
    ...[...changed].filter((name) => input.values.has(name)),
    ...same.filter((name) => !shows(name)),
    ...extraField(input),
  ]
}

const loadRecord = async (
  entered: Entered<'update'>,
  id: string,
  { isLocked }: { readonly isLocked: boolean },
): Promise<RecordState> => {
  const { caller, served, grant } = entered
  const { schema } = caller.snapshot.workspace
  const state = await loadState(caller.database, {
    schema,
    module: served.module,
    id,
    scope: grant.rows,
    lock: isLocked,
  })
  if (state === undefined) throw await refusal(entered, id)
  return state
}

interface PreparedChange {
  readonly state: RecordState
  readonly row: RecordRow
  readonly before: JsonObject
}

const write = async (
  caller: Caller,
  served: ServedModule,
  { state, row, before }: PreparedChange,
): Promise<WireRecord | undefined> => {
  const statement = updateStatement(writing(caller, served), { ...row, version: state.version, before })
  const found = await preparedRows(caller.database, statement).catch((error: unknown) => {
    throw explainFailure({ caller, served }, row, error)
  })
  const [record] = await readRows(caller, served.reader, found)
  if (record !== undefined) return record
  const changed = Object.entries(row.cells).filter(([column]) => column in before)
  refuse(await explainNoRow(caller, served, { ...row, cells: Object.fromEntries(changed) }))
  return undefined
}

/** What differs, as old values by physical column. */
const changedCells = (state: RecordState, row: RecordRow): JsonObject => {
  const changed: Record<string, Json> = {}
  for (const [column, old] of Object.entries(state.cells)) {
    if (!sameJson(old, row.cells[column] ?? null)) changed[column] = old
  }
  if (state.owner !== row.owner) changed['owner_id'] = state.owner
  if (state.team !== row.team) changed['team_id'] = state.team
  if (!sameJson(state.extra, row.extra ?? {})) changed['extra'] = state.extra
  return changed
}

interface Change {
  readonly stored: WrittenRecord
  readonly written: WrittenRecord
  readonly changed: ReadonlySet<string>
}

/** Problems that the change brings; what was wrong before does not block an unrelated edit (decisions.md 12). */
const newIssues = async (
  caller: Caller,
  served: ServedModule,
  { stored, written, changed }: Change,
): Promise<readonly Issue[]> => {
  const issues = recordIssues(caller, served, { written, changed })
  const missing = await missingReferences(caller, served, { written, stored })
  if (issues.length === 0) return missing
  const old = new Set(recordIssues(caller, served, { written: stored }).map(keyOf))
  return [
    ...issues.filter((issue) => !old.has(keyOf(issue)) || !sameJson(valueAt(stored, issue), valueAt(written, issue))),
    ...missing,
  ]
}

const keyOf = (issue: Issue): string => `${issue.code} ${issue.pointer}`

const valueAt = (record: WrittenRecord, issue: Issue): Json =>
  record.values.get(issue.pointer.split('/')[1] ?? '') ?? null
