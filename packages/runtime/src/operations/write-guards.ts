import { type Issue, pointerTo, problem } from '@telar/metadata'
import pg from 'pg'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { publishedVersion } from '../snapshot/load-snapshot.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { RecordRow } from '../storage/record-writer.ts'
import { wantedIndexes } from '../storage/table-ddl.ts'
import type { Caller } from './caller.ts'
import { isKnownField } from './known-fields.ts'

/** A write met a newer published version: its operation is to be run again on the new snapshot. */
export class StaleSnapshot extends Error {}

/** Throws when the caller's version is no longer the published one. */
export const requireCurrent = async (caller: Caller): Promise<void> => {
  if ((await publishedVersion(caller.database, caller.snapshot.workspace)) !== caller.snapshot.version)
    throw new StaleSnapshot()
}

/** Why a guarded write touched no row, found out afterwards: a newer version, or link targets that are not there. */
export const explainNoRow = async (caller: Caller, served: ServedModule, row: RecordRow): Promise<readonly Issue[]> => {
  await requireCurrent(caller)
  const issues: Issue[] = []
  for (const target of served.writing.targets) {
    const id = row.cells[target.column]
    if (typeof id !== 'string') continue
    const found = await rows(
      caller.database,
      sql`select 1 from ${ident(caller.snapshot.workspace.schema, target.table)} where id = ${id}::uuid and deleted_at is null`,
    )
    const field = [...served.module.fields.values()].find((one) => one.column === target.column)
    if (found.length === 0 && field !== undefined)
      issues.push(...shownIssues({ caller, served }, 'LINK_MISSING', [field.name]))
  }
  return issues
}

/** Who writes, and where. */
interface WritePlace {
  readonly caller: Pick<Caller, 'access'>
  readonly served: ServedModule
}

/** A violated unique rule, or a value too long for an index, as a refusal that names the fields the caller may know of; other errors pass through. */
export const explainFailure = (place: WritePlace, row: Pick<RecordRow, 'cells'>, error: unknown): unknown => {
  const { served } = place
  if (!(error instanceof pg.DatabaseError)) return error
  if (error.code === '23503') return new TelarError('IN_USE', { cause: error })
  const indexes = wantedIndexes(served.writing.schema, served.module)
  if (error.code === '23505') {
    const rule = indexes.find((index) => index.name === error.constraint)
    return rule === undefined
      ? error
      : new TelarError('DUPLICATE', { issues: shownIssues(place, 'DUPLICATE_VALUE', rule.fields), cause: error })
  }
  if (error.code !== '54000') return error
  const long = [...new Set(indexes.flatMap(({ fields }) => fields))].filter((name) => isLong(served, row, name))
  return long.length === 0
    ? error
    : new TelarError('INVALID', { issues: shownIssues(place, 'INDEX_TOO_LONG', long), cause: error })
}

/** One problem for each of these fields that the caller may know of; if there is none, one that names nothing. */
export const shownIssues = (
  { caller, served }: WritePlace,
  code: string,
  fields: readonly string[],
): readonly Issue[] => {
  const shown = fields.filter((name) => isKnownField(caller.access, served.module, name))
  return shown.length === 0 ? [problem('HIDDEN_REQUIREMENT')] : issuesOf(served, code, shown)
}

const issuesOf = ({ module }: ServedModule, code: string, fields: readonly string[]): readonly Issue[] =>
  fields.map((name) =>
    problem(code, { pointer: pointerTo(name), params: { field: module.fields.get(name)?.title ?? name } }),
  )

/** An entry of an index holds about 2,700 bytes of all its columns together. */
const longEntry = 2000

const isLong = ({ module }: ServedModule, { cells }: Pick<RecordRow, 'cells'>, name: string): boolean => {
  const field = module.fields.get(name)
  const cell = field === undefined ? null : cells[field.column]
  return typeof cell === 'string' && Buffer.byteLength(cell) > longEntry
}
