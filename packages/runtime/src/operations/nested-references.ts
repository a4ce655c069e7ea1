import { type Field, type Issue, type Module, never, pointerTo, problem, type Reference } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, raw, type Sql, sql } from '../database/sql.ts'
import { onceFor } from '../database/template.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { presentTables } from '../storage/record-tables.ts'
import { selection } from '../storage/selection.ts'
import type { Caller } from './caller.ts'
import { type ReferenceTarget, referenceTarget } from './reference-target.ts'
import { byTable } from './resolved-labels.ts'
import type { WrittenRecord } from './written-record.ts'

interface Referring {
  readonly written: WrittenRecord
  /** The record before its change: what it named already is not asked for again. */
  readonly stored?: WrittenRecord
}

/** People and nested records that a written value names but that do not exist. */
export const missingReferences = (
  caller: Caller,
  served: ServedModule,
  { written, stored }: Referring,
): Promise<readonly Issue[]> => {
  const references = referringFields(served.module).flatMap((field) => {
    if (isGuarded(caller, field)) return []
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

/** Direct links are guarded by the statement that writes them, if the caller may link to whatever there is. */
const isGuarded = (caller: Caller, field: Field): boolean => {
  const target = field.storage.type === 'link' ? caller.snapshot.model.modules.get(field.link?.module ?? '') : undefined
  return target !== undefined && caller.access.may('link', target)?.rows.type === 'always'
}

const referringFields = onceFor((module: Module): readonly Field[] => [
  ...[...module.fields.values()].filter((field) => field.storage.type !== 'links'),
  ...[...module.systemFields.values()].filter((field) => field.storage.type === 'directory' && !field.readOnly),
])

/** Which of these references name nothing that the caller may link to; one question for each table, however many there are. */
export const missingAmong = async (caller: Caller, references: readonly Reference[]): Promise<readonly Issue[]> => {
  const known = new Set<string>()
  const inactive = new Set<string>()
  for (const { target, ids } of byTable(caller, references)) {
    const found = await rows(
      caller.database,
      sql`select t.id, ${raw(target.table === 'member' ? 't.active' : 'true')} from ${linkable(caller, target)} t where t.id = any(${[...ids]}::uuid[])${raw(target.isPeople ? '' : ' and t.deleted_at is null')}`,
    )
    for (const [id, isActive] of found) {
      known.add(`${target.table} ${String(id)}`)
      if (isActive !== true) inactive.add(String(id))
    }
  }
  return references.flatMap(({ field, id, pointer }): readonly Issue[] => {
    if (!known.has(`${referenceTarget(caller, field)?.table} ${id.toLowerCase()}`))
      return [problem('LINK_MISSING', { pointer, params: { field: field.title } })]
    // A record may name people who left, but nobody who left takes care of one.
    return field.system && inactive.has(id.toLowerCase()) ? [problem('OWNER_INACTIVE', { pointer })] : []
  })
}

/** Records that the caller may link to: everybody and every team, and of a module what a role of his allows. */
const linkable = (caller: Caller, { table }: ReferenceTarget): Sql => {
  const { schema } = caller.snapshot.workspace
  const whole = ident(schema, table)
  const module = [...caller.snapshot.model.modules.values()].find((one) => one.table === table)
  if (module === undefined) return whole
  const scope = caller.access.may('link', module)?.rows ?? never
  if (scope.type === 'always') return whole
  const { joins, where } = selection({ schema, alias: 'x', tables: presentTables(schema) }, scope)
  return sql`(select x.* from ${whole} x ${joins} where ${where})`
}
