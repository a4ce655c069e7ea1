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
      issues.push(problem('LINK_MISSING', { pointer: pointerTo(field.name), params: { field: field.title } }))
  }
  return issues
}

/** A violated unique rule as a refusal that names its fields; other errors pass through. */
export const explainFailure = (served: ServedModule, schema: string, error: unknown): unknown => {
  if (!(error instanceof pg.DatabaseError)) return error
  if (error.code === '23505') {
    const rule = wantedIndexes(schema, served.module).find((index) => index.name === error.constraint)
    if (rule === undefined) return error
    const issues = rule.fields.map((name) =>
      problem('DUPLICATE_VALUE', {
        pointer: pointerTo(name),
        params: { field: served.module.fields.get(name)?.title ?? name },
      }),
    )
    return new TelarError('DUPLICATE', { issues, cause: error })
  }
  if (error.code === '23503') return new TelarError('IN_USE', { cause: error })
  return error
}
