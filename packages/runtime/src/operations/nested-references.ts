import { type Issue, pointerTo, problem, type Reference } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, raw, sql } from '../database/sql.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Caller } from './caller.ts'
import { referenceTarget } from './reference-target.ts'
import { byTable } from './resolved-labels.ts'
import type { WrittenRecord } from './written-record.ts'

/** People and nested records that a written value names but that do not exist. Links of the record itself are guarded by the write. */
export const missingReferences = (
  caller: Caller,
  served: ServedModule,
  written: WrittenRecord,
): Promise<readonly Issue[]> =>
  missingAmong(
    caller,
    [...served.module.fields.values(), ...systemPeople(served)].flatMap((field) => {
      const value = written.values.get(field.name) ?? null
      if (value === null || field.storage.type === 'link' || field.storage.type === 'links') return []
      return field.type
        .references(value, field)
        .map((reference) => ({ ...reference, pointer: `${pointerTo(field.name)}${reference.pointer}` }))
    }),
  )

const systemPeople = (served: ServedModule) =>
  [...served.module.systemFields.values()].filter((field) => field.storage.type === 'member' && !field.readOnly)

/** Which of these references name nothing; one question for each table, however many there are. */
export const missingAmong = async (caller: Caller, references: readonly Reference[]): Promise<readonly Issue[]> => {
  const known = new Set<string>()
  for (const { target, ids } of byTable(caller, references)) {
    const alive = raw(target.isPeople ? '' : ' and deleted_at is null')
    const found = await rows(
      caller.database,
      sql`select id from ${ident(caller.snapshot.workspace.schema, target.table)} where id = any(${[...ids]}::uuid[])${alive}`,
    )
    for (const [id] of found) known.add(`${target.table} ${String(id)}`)
  }
  return references
    .filter(({ field, id }) => !known.has(`${referenceTarget(caller, field)?.table} ${id.toLowerCase()}`))
    .map(({ field, pointer }) => problem('LINK_MISSING', { pointer, params: { field: field.title } }))
}
