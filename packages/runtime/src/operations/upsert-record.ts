import { type Json, type JsonObject, pointerTo, problem, type UniqueRule } from '@telar/metadata'
import { readingOf } from '../access/reading.ts'
import { rows } from '../database/pool.ts'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { columnsOf } from '../storage/columns.ts'
import { castTypes } from '../storage/primitives.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { type Caller, enter, type Entered } from './caller.ts'
import { createRecord, insert } from './create-record.ts'
import { unlessUndone } from './in-transaction.ts'
import { isKnownField } from './known-fields.ts'
import { isNumbered } from './numbering.ts'
import { readInput } from './read-input.ts'
import { refuse } from './refuse.ts'
import { updateRecord } from './update-record.ts'

export interface UpsertRequest {
  readonly module: string
  /** Fields of one of the module's unique rules, by whose values the record is known. */
  readonly by: readonly string[]
  readonly data: JsonObject
}

export interface Upserted {
  readonly record: WireRecord
  readonly isNew: boolean
}

/** Others may create and delete the record between our questions; a few rounds settle it. */
const attempts = 5

/** Changes the record that has these unique values, or makes it. Of several at once one makes it and the others change it. */
export const upsertRecord = async (caller: Caller, request: UpsertRequest): Promise<Upserted> => {
  const entered = enter(caller, 'create', request.module)
  const rule = ruleOf(entered, request.by)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const id = await findByRule(entered, rule, request.data)
    const upserted = id === undefined ? await make(entered, rule, request) : await change(caller, request, id)
    if (upserted !== undefined) return upserted
  }
  throw new TelarError('BUSY')
}

/** A rule that names what the caller may not know of answers like one that there is not. */
const ruleOf = ({ caller, served: { module } }: Entered<'create'>, by: readonly string[]): UniqueRule => {
  const wanted = new Set(by)
  const rules = module.unique.filter(({ fields }) => fields.every((name) => isKnownField(caller.access, module, name)))
  const rule = rules.find(({ fields }) => fields.length === wanted.size && fields.every((field) => wanted.has(field)))
  if (rule !== undefined) return rule
  const known = rules.map(({ fields }) => fields.join(' + '))
  const issue = problem('UPSERT_NOT_UNIQUE', { pointer: '/by', params: { by: by.join(' + ').slice(0, 200), known } })
  throw new TelarError('QUERY_INVALID', { issues: [issue] })
}

/** Undefined when somebody else made it first, or when it was deleted again since. */
const make = async (
  entered: Entered<'create'>,
  rule: UniqueRule,
  request: UpsertRequest,
): Promise<Upserted | undefined> => {
  const { caller, served } = entered
  const record = isNumbered(served)
    ? await unlessUndone(caller, (inside) => insert({ ...entered, caller: inside }, request, { isTentative: true }))
    : await insert(entered, request, { isTentative: true })
  if (record !== undefined) return { record, isNew: true }
  // Not there by this rule: another rule was in the way, and says so.
  const isThere = (await findByRule(entered, rule, request.data)) !== undefined
  return isThere ? undefined : { record: await createRecord(caller, request), isNew: true }
}

const change = async (caller: Caller, { module, data }: UpsertRequest, id: string): Promise<Upserted | undefined> => {
  try {
    return { record: await updateRecord(caller, { module, id, data, version: 'any' }), isNew: false }
  } catch (error) {
    if (error instanceof TelarError && error.code === 'RECORD_UNKNOWN') return undefined
    throw error
  }
}

/** The id of the living record with these values, if the caller may see it; none too for values that no record could have. */
const findByRule = async (
  { caller, served }: Entered<'create'>,
  rule: UniqueRule,
  data: JsonObject,
): Promise<string | undefined> => {
  const { written } = readInput(caller, served, data)
  const conditions = rule.fields.map((name) => keyCondition(served, name, written.values.get(name) ?? null))
  const known = conditions.filter((condition) => condition !== undefined)
  if (known.length < conditions.length) return undefined
  const found = await rows(
    caller.database,
    sql`select t.id from ${readingOf(caller.snapshot, caller.access).tables.records(served.module.table)} t where t.deleted_at is null and ${join(known, ' and ')}`,
  )
  return found[0] === undefined ? undefined : String(found[0][0])
}

/** A unique rule looks at the first column of each of its fields, and lets empty ones pass. */
const keyCondition = ({ module }: ServedModule, name: string, value: Json): Sql | undefined => {
  const field = module.fields.get(name)
  const [column] = field === undefined ? [] : columnsOf(field)
  if (field === undefined || column === undefined) return undefined
  if (value === null)
    refuse([problem('UPSERT_KEY_EMPTY', { pointer: pointerTo(name), params: { field: field.title } })])
  const cell = field.type.operand(value, column.part, field)
  if (cell === undefined) return undefined
  return sql`t.${ident(column.name)} = ${column.primitive === 'json' ? JSON.stringify(cell) : cell}::${raw(castTypes[column.primitive])}`
}
