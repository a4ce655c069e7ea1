import { columnOf, type Field, isObject, type Json, type JsonObject, partsOf } from '@telar/metadata'
import { type Row, rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { type Caller, enter } from './caller.ts'
import { isUuid, readRecord } from './get-record.ts'

/** One change of a record: who, when, how, and old and new value of every field it touched. */
export interface HistoryEntry {
  readonly id: string
  readonly at: string
  readonly version: number
  readonly op: string
  readonly actor: string | null
  readonly source: string
  readonly operation: string
  readonly changes: readonly FieldChange[]
  readonly detail: Json
}

export interface FieldChange {
  readonly field: string
  readonly before: Json
  readonly after: Json
}

export interface HistoryRequest {
  readonly module: string
  readonly id: string
  readonly limit: number
  /** Entries before this one (an `id` of an entry). */
  readonly before?: string
}

/** The ledger of one record, newest first; under today's right to read the record, or its last state if it is deleted. */
export const recordHistory = async (
  caller: Caller,
  request: HistoryRequest,
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly next: string | null }> => {
  const entered = enter(caller, 'read', request.module)
  if (!isUuid(request.id)) throw new TelarError('RECORD_UNKNOWN')
  await readRecord(entered, { id: request.id, deleted: true, fields: new Set() })
  const found = await rows(
    caller.database,
    sql`select id, at, version, op, actor, source, operation, before, after, detail from ${ident(caller.snapshot.workspace.schema, 'ledger')}
        where record = ${request.id}::uuid and (${request.before ?? null}::bigint is null or id < ${request.before ?? null}::bigint)
        order by at desc, id desc limit ${request.limit + 1}`,
  )
  const entries = found.slice(0, request.limit).map((row) => entryOf(entered.served, row))
  return { entries, next: found.length > request.limit ? (entries.at(-1)?.id ?? null) : null }
}

const entryOf = (served: ServedModule, row: Row): HistoryEntry => {
  const [id, at, version, op, actor, source, operation, before, after, detail] = row
  return {
    id: String(id),
    at: String(at),
    version: Number(version),
    op: String(op),
    actor: typeof actor === 'string' ? actor : null,
    source: String(source),
    operation: String(operation),
    changes: changesIn(served, { before: objectOr(before), after: objectOr(after), isCreation: op === 'create' }),
    detail: objectOr(detail) ?? null,
  }
}

interface Images {
  readonly before: JsonObject | undefined
  readonly after: JsonObject | undefined
  readonly isCreation: boolean
}

const changesIn = (served: ServedModule, { before, after, isCreation }: Images): readonly FieldChange[] => {
  const fields = [...served.module.fields.values(), ...['ownerId', 'teamId'].flatMap((name) => served.module.systemFields.get(name) ?? [])]
  return fields
    .filter((field) => field.timeline && field.storage.type !== 'links')
    .flatMap((field) => {
      const columns = partsOf(field).map((part) => columnOf(field, part))
      const touched = isCreation ? columns.some((column) => (after?.[column] ?? null) !== null) : columns.some((column) => before !== undefined && column in before)
      return touched ? [{ field: field.name, before: isCreation ? null : valueIn(field, { ...after, ...before }), after: valueIn(field, after ?? {}) }] : []
    })
}

const valueIn = (field: Field, image: JsonObject): Json => {
  const cells = Object.fromEntries(partsOf(field).map((part) => [part, image[columnOf(field, part)] ?? null]))
  if (Object.values(cells).every((cell) => cell === null)) return null
  return field.system ? (Object.values(cells)[0] ?? null) : field.type.read(cells, field, () => null)
}

const objectOr = (value: unknown): JsonObject | undefined => (isObject(value) ? value : undefined)
