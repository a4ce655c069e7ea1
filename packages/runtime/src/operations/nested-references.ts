import { type Field, type Issue, type Module, pointerTo, problem, type Reference } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, raw, sql } from '../database/sql.ts'
import { onceFor } from '../database/template.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Caller } from './caller.ts'
import { referenceTarget } from './reference-target.ts'
import { byTable } from './resolved-labels.ts'
import type { WrittenRecord } from './written-record.ts'

interface Referring {
  readonly written: WrittenRecord
  /** The record before its change: what it named already is not asked for again. */
  readonly stored?: WrittenRecord
}

/** People and nested records that a written value names but that do not exist. Links of the record itself are guarded by the write. */
export const missingReferences = (
  caller: Caller,
  served: ServedModule,
  { written, stored }: Referring,
): Promise<readonly Issue[]> => {
  const references = referringFields(served.module).flatMap((field) => {
    const named = referencesIn(field, written)
    if (named.length === 0) return []
    const known = new Set(referencesIn(field, stored).map(({ id }) => id))
    return named
      .filter(({ id }) => !known.has(id))
      .map((reference) => ({ ...reference, pointer: `${pointerTo(field.name)}${reference.pointer}` }))
  })
  return missingAmong(caller, references)
}

const referencesIn = (field: Field, record: WrittenRecord | undefined): readonly Reference[] => {
  const value = record?.values.get(field.name) ?? null
  return value === null ? [] : field.type.references(value, field)
}

const referringFields = onceFor((module: Module): readonly Field[] => [
  ...[...module.fields.values()].filter((field) => !['link', 'links'].includes(field.storage.type)),
  ...[...module.systemFields.values()].filter((field) => field.storage.type === 'member' && !field.readOnly),
])

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
