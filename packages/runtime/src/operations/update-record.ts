import { type Issue, type Json, type JsonObject, pointerTo, problem, sameJson } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { loadStates, type RecordState, selectStates } from '../storage/record-state.ts'
import { type RecordRow, updateRecord as updateStatement } from '../storage/record-writer.ts'
import { type Caller, enter, type Entered } from './caller.ts'
import { holdsFor } from './conditions.ts'
import { recordRow, refuse } from './create-record.ts'
import { isUuid, readRecord } from './get-record.ts'
import { missingReferences } from './nested-references.ts'
import { readRows } from './resolved-labels.ts'
import { statementName } from './statement-name.ts'
import { writtenFrom } from './stored-record.ts'
import { explainFailure, explainNoRow } from './write-guards.ts'
import { writing } from './writing.ts'
import { cellsOf, normaliseInput, recordIssues, withRules, type WrittenRecord } from './written-record.ts'

export interface UpdateRequest {
  readonly module: string
  readonly id: string
  /** Only what changes; null clears. */
  readonly data: JsonObject
  /** The version the caller saw; `any` = whatever it is now. */
  readonly version: number | 'any'
}

/** How often a write that may meet any version is tried when others write the same record. */
const attempts = 5

/** Changes a record: load → lay over → rules → validate → write with its ledger row. A change of nothing writes nothing. */
export const updateRecord = async (caller: Caller, request: UpdateRequest): Promise<WireRecord> => {
  const entered = enter(caller, 'update', request.module)
  if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryUpdate(entered, request)
    if (outcome !== 'raced') return outcome
    if (attempt === attempts) throw new TelarError('BUSY')
  }
}

const tryUpdate = async (entered: Entered<'update'>, request: UpdateRequest): Promise<WireRecord | 'raced'> => {
  const { caller, served } = entered
  const state = await loadState(entered, request.id)
  const { written: input, issues } = normaliseInput(served, request.data)
  if (request.version !== 'any' && request.version !== state.version) throw stale(served, state, input)
  const stored = writtenFrom(served, state)
  const written = withRules(served, { values: new Map([...stored.values, ...input.values]), extra: { ...stored.extra, ...input.extra } })
  const row = recordRow(caller, served, { written, id: request.id })
  const before = changedCells(state, row)
  refuse([...issues, ...(await newIssues(caller, served, { stored, written }))])
  if (Object.keys(before).length === 0) return readRecord(enter(caller, 'read', request.module), { id: request.id })
  return write(caller, served, { state, row, before, anyVersion: request.version === 'any' })
}

const loadState = async ({ caller, served, grant }: Entered<'update'>, id: string): Promise<RecordState> => {
  const { schema } = caller.snapshot.workspace
  const where = sql`t.id = ${id}::uuid and t.deleted_at is null`
  const query = { schema, module: served.module, where, scope: grant.rows }
  const [state] = await loadStates(caller.database, query, statementName(selectStates(query)))
  if (state === undefined) throw new TelarError('RECORD_UNKNOWN')
  return state
}

const write = async (
  caller: Caller,
  served: ServedModule,
  change: { readonly state: RecordState; readonly row: RecordRow; readonly before: JsonObject; readonly anyVersion: boolean },
): Promise<WireRecord | 'raced'> => {
  const { state, row, before } = change
  const statement = updateStatement(writing(caller, served), { ...row, version: state.version, before })
  const found = await rows(caller.database, statement, statementName(statement)).catch((error: unknown) => {
    throw explainFailure(served, caller.snapshot.workspace.schema, error)
  })
  if (found.length > 0) {
    const [record] = await readRows(caller, served.reader, found)
    if (record !== undefined) return record
  }
  const changed = Object.keys(before)
  const cells = Object.fromEntries(Object.entries(row.cells).filter(([column]) => changed.includes(column)))
  refuse(await explainNoRow(caller, served, { ...row, cells }))
  if (change.anyVersion) return 'raced'
  throw new TelarError('VERSION_STALE', { params: { version: null } })
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

/** Problems that the change brings; what was wrong before does not block an unrelated edit (decisions.md 12). */
const newIssues = async (
  caller: Caller,
  served: ServedModule,
  { stored, written }: { readonly stored: WrittenRecord; readonly written: WrittenRecord },
): Promise<readonly Issue[]> => {
  const issues = [...recordIssues(served, written, holdsFor(caller, served, cellsOf(served, written))), ...(await missingReferences(caller, served, changedOnly(stored, written)))]
  if (issues.length === 0) return []
  const old = new Set(recordIssues(served, stored, holdsFor(caller, served, cellsOf(served, stored))).map(keyOf))
  return issues.filter((issue) => !old.has(keyOf(issue)) || !sameJson(valueAt(stored, issue), valueAt(written, issue)))
}

const keyOf = (issue: Issue): string => `${issue.code} ${issue.pointer}`

const valueAt = (record: WrittenRecord, issue: Issue): Json => record.values.get(issue.pointer.split('/')[1] ?? '') ?? null

const changedOnly = (stored: WrittenRecord, written: WrittenRecord): WrittenRecord => ({
  ...written,
  values: new Map([...written.values].filter(([name, value]) => !sameJson(value, stored.values.get(name) ?? null))),
})

/** Both values of every field that the caller wanted to change and that is different now. */
const stale = (served: ServedModule, state: RecordState, input: WrittenRecord): TelarError => {
  const now = writtenFrom(served, state)
  const issues = [...input.values]
    .filter(([name, value]) => !sameJson(value, now.values.get(name) ?? null))
    .map(([name, yours]) => problem('VALUE_CONFLICT', { pointer: pointerTo(name), params: { yours, theirs: now.values.get(name) ?? null } }))
  return new TelarError('VERSION_STALE', { params: { version: state.version }, issues })
}
