import { type Issue, pointerTo, problem, type Reference } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Caller } from './caller.ts'
import type { WrittenRecord } from './written-record.ts'

/** People and nested records that a written value names but that do not exist. Links of the record itself are guarded by the write. */
export const missingReferences = async (caller: Caller, served: ServedModule, written: WrittenRecord): Promise<readonly Issue[]> => {
  const references = [...served.module.fields.values()].flatMap((field) => {
    const value = written.values.get(field.name) ?? null
    if (value === null || field.storage.type === 'link' || field.storage.type === 'links') return []
    return field.type.references(value, field).map((reference) => ({ reference, pointer: `${pointerTo(field.name)}${reference.pointer}` }))
  })
  const issues: Issue[] = []
  for (const { reference, pointer } of references) {
    if (!(await exists(caller, reference))) issues.push(problem('LINK_MISSING', { pointer, params: { field: reference.field.title } }))
  }
  return issues
}

const exists = async (caller: Caller, reference: Reference): Promise<boolean> => {
  const { schema } = caller.snapshot.workspace
  const isPerson = reference.field.storage.type === 'member'
  const table = isPerson ? 'member' : caller.snapshot.model.modules.get(reference.field.link?.module ?? '')?.table
  if (table === undefined) return false
  const alive = isPerson ? sql`` : sql` and deleted_at is null`
  return (await rows(caller.database, sql`select 1 from ${ident(schema, table)} where id = ${reference.id}::uuid${alive}`)).length > 0
}
