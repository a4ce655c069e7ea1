import { type Action, type Granted, type Issue, type Module, pointerTo, type Predicate, problem } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, join, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { linkJoins, pathsIn } from '../storage/link-joins.ts'
import { predicateSql } from '../storage/predicate-sql.ts'
import type { WireRecord } from '../storage/record-reader.ts'
import { presentTables } from '../storage/record-tables.ts'
import { type Caller, type Entered, enterToRead, forbidden, readableModule } from './caller.ts'
import { isUuid, readRecord } from './get-record.ts'
import type { WrittenRecord } from './written-record.ts'

type Writing = Exclude<Action, 'read'>

/** Whether an action, and reading, is granted on every record of the module and every field of it: then nothing is left to ask. */
export const isUnlimited = ({ caller, served, grant }: Entered<Writing>): boolean => {
  const read = readableModule(caller, served.module.name)?.grant
  return read !== undefined && isWhole(read, served.module) && isWhole(grant, served.module)
}

const isWhole = ({ rows: scope, cell }: Granted<Action>, module: Module): boolean =>
  scope.type === 'always' &&
  [...module.fields.keys(), ...module.systemFields.keys(), ''].every((field) => cell(field).type === 'always')

/** Which of these conditions a record meets, deleted or not; undefined when there is none of this id. */
export const meets = async (
  caller: Pick<Caller, 'database' | 'snapshot'>,
  module: Module,
  { id, conditions }: { readonly id: string; readonly conditions: readonly Predicate[] },
): Promise<readonly boolean[] | undefined> => {
  const { schema } = caller.snapshot.workspace
  const joins = linkJoins({ schema, alias: 't', tables: presentTables(schema) }, conditions.flatMap(pathsIn))
  const [found] = await rows(
    caller.database,
    sql`select array[${join(conditions.map((condition) => sql`coalesce(${predicateSql(condition, joins)}, false)`))}]::boolean[]
        from ${ident(schema, module.table)} t ${joins.sql} where t.id = ${id}::uuid`,
  )
  const met = found?.[0]
  return Array.isArray(met) ? met.map((one: unknown) => one === true) : undefined
}

/** Refuses a record that the action is not granted on: like one that is not there, if it may not be seen either. */
export const requireGranted = async (entered: Entered<Writing>, id: string): Promise<void> => {
  const { caller, served, grant } = entered
  if (!isUuid(id)) throw new TelarError('RECORD_UNKNOWN')
  if (grant.rows.type === 'always') return void (await readRecord(enterToRead(caller, served.module.name), idOnly(id)))
  const met = await meets(caller, served.module, { id, conditions: [grant.rows] })
  if (met?.[0] !== true) throw await refusal(entered, id)
  await readRecord(enterToRead(caller, served.module.name), idOnly(id))
}

const idOnly = (id: string) => ({ id, fields: new Set<string>() })

/** Why a record is not among those that an action is granted on. */
export const refusal = async (
  { caller, served, grant }: Entered<Writing>,
  id: string,
  deleted = false,
): Promise<TelarError> => {
  const readable = readableModule(caller, served.module.name)
  const seen =
    readable === undefined || grant.rows.type === 'always'
      ? undefined
      : await readRecord(readable, { id, fields: new Set(['deletedAt']), deleted }).catch(unlessUnknown)
  const { action } = grant
  return seen === undefined || 'deletedAt' in seen !== deleted
    ? new TelarError('RECORD_UNKNOWN')
    : forbidden('RECORD_OUTSIDE_SCOPE', { action, module: served.module.title })
}

const unlessUnknown = (error: unknown): undefined => {
  if (error instanceof TelarError && error.code === 'RECORD_UNKNOWN') return undefined
  throw error
}

/** Refuses the fields that the caller may not write on this record as it is at this moment. */
export const requireWritable = async (
  { caller, served, grant }: Entered<Writing>,
  id: string,
  fields: readonly string[],
): Promise<void> => {
  const limited = fields.filter((field) => grant.cell(field).type !== 'always')
  if (limited.length === 0) return
  const met = await meets(caller, served.module, { id, conditions: limited.map(grant.cell) })
  refuseFields(limited.filter((_field, index) => met?.[index] !== true))
}

/** What a foreign schema allows besides has no name that a role could tell: it goes with the fields that none names. */
export const extraField = ({ extra }: WrittenRecord): readonly string[] => (Object.keys(extra).length === 0 ? [] : [''])

/** Refuses fields that the caller may write on no record at all. */
export const requireEverWritable = ({ grant }: Entered<Writing>, fields: readonly string[]): void =>
  refuseFields(fields.filter((field) => grant.cell(field).type === 'never'))

const refuseFields = (fields: readonly string[]): void => {
  if (fields.length === 0) return
  const issues = fields.map((field): Issue =>
    problem('FIELD_NOT_WRITABLE', { pointer: pointerTo(field), params: { field } }),
  )
  throw new TelarError('FORBIDDEN', { issues })
}

/** The scope holds after a change too: nobody makes a record what he would not have been allowed to touch. */
export const requireStillGranted = async ({ caller, served, grant }: Entered<Writing>, id: string): Promise<void> => {
  if (grant.rows.type === 'always') return
  const met = await meets(caller, served.module, { id, conditions: [grant.rows] })
  if (met?.[0] !== true) throw forbidden('RECORD_LEAVES_SCOPE', { action: grant.action, module: served.module.title })
}

/** A record that was just written, as its writer may see it; id and version alone where that is nothing. */
export const readBack = async (
  { caller, served }: Entered<Writing>,
  written: Pick<WireRecord, 'id' | 'version'>,
): Promise<WireRecord> => {
  const readable = readableModule(caller, served.module.name)
  const seen = readable === undefined ? undefined : await readRecord(readable, { id: written.id }).catch(unlessUnknown)
  return seen ?? { id: written.id, version: written.version }
}
