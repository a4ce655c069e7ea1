import { type Module, partsOf } from '@telar/metadata'
import { type Database, run } from '../../../packages/runtime/src/database/pool.ts'
import { ident, join, raw, sql } from '../../../packages/runtime/src/database/sql.ts'
import type { Snapshot } from '../../../packages/runtime/src/snapshot/snapshot.ts'
import { columnsOf, linkTableOf } from '../../../packages/runtime/src/storage/columns.ts'
import { castTypes } from '../../../packages/runtime/src/storage/primitives.ts'
import { members, teams, type World, type WorldRecord } from './world.ts'

/** When every record of a world was made, when it was changed, and a time between the two. */
const madeAt = '2026-03-01T08:00:00.000Z'
export const between = '2026-03-15T08:00:00.000Z'
const changedAt = '2026-04-01T08:00:00.000Z'

/** People and teams that all worlds share. */
export const insertPeople = async (database: Database, schema: string): Promise<void> => {
  for (const [index, id] of members.entries())
    await run(
      database,
      sql`insert into ${ident(schema, 'member')} (id, name, email) values (${id}::uuid, ${`Person ${index}`}, ${`p${index}@telar.example`})`,
    )
  for (const { id, key, parent } of teams)
    await run(
      database,
      sql`insert into ${ident(schema, 'team')} (id, key, name, parent) values (${id}::uuid, ${key}, ${key}, ${parent ?? null}::uuid)`,
    )
}

/** Writes a world straight into the tables: what is judged is reading, so writing takes no part in it. */
export const insertWorld = async (database: Database, snapshot: Snapshot, world: World): Promise<void> => {
  const { schema } = snapshot.workspace
  // Records may name each other in any order.
  await run(database, raw('set local session_replication_role = replica'))
  for (const record of world.records) await insertRecord(database, snapshot, record)
  const partners = snapshot.model.modules.get('deal')?.fields.get('partners')
  if (partners !== undefined)
    for (const { from, to, share } of world.partners)
      await run(
        database,
        sql`insert into ${ident(schema, linkTableOf(partners))} ("from", "to", attributes) values (${from}::uuid, ${to}::uuid, ${JSON.stringify({ share })}::jsonb)`,
      )
  for (const { record, module, member, team, level } of world.shares)
    await run(
      database,
      sql`insert into ${ident(schema, 'record_share')} (id, module, record, member, team, level)
          values (gen_random_uuid(), ${snapshot.model.modules.get(module)?.id ?? ''}, ${record}::uuid, ${member}::uuid, ${team}::uuid, ${level})`,
    )
}

const insertRecord = async (database: Database, snapshot: Snapshot, record: WorldRecord): Promise<void> => {
  const module = snapshot.model.modules.get(record.module)
  if (module === undefined) return
  const { schema } = snapshot.workspace
  const image = (values: WorldRecord['values']) => {
    const cells = cellsOf(module, values)
    const label = labelOf(record, values)
    return { cells, label, search: searchOf(record, values, label) }
  }
  const [earlier, now] = [image(record.earlier), image(record.values)]
  const table = ident(schema, module.table)
  const write = ({ cells, label, search }: typeof now, version: number) => sql`
    insert into ${table} (id, version, created_at, created_by, updated_at, updated_by, owner_id, team_id, deleted_at, label, search${join(
      cells.map(({ name }) => sql`, ${ident(name)}`),
      '',
    )}) values (${record.id}::uuid, ${version}::integer, ${madeAt}::timestamptz, ${record.creator}::uuid, ${version === 1 ? madeAt : changedAt}::timestamptz,
      ${record.creator}::uuid, ${record.owner}::uuid, ${record.team}::uuid, ${version === 2 && record.deleted ? changedAt : null}::timestamptz, ${label}, ${search}${join(
        cells.map(({ cast, value }) => sql`, ${value}::${raw(cast)}`),
        '',
      )})`
  const note = (version: number, op: string, before: object) => sql`
    insert into ${ident(schema, 'ledger')} (at, module, record, version, op, actor, source, operation, before, after)
    select updated_at, ${module.id}, id, version, ${op}, created_by, 'seed', id, ${JSON.stringify(before)}::jsonb, to_jsonb(t) - 'search' from ${table} t where id = ${record.id}::uuid`
  await run(database, write(earlier, 1))
  await run(database, note(1, 'create', {}))
  await run(database, sql`delete from ${table} where id = ${record.id}::uuid`)
  await run(database, write(now, 2))
  const before = Object.fromEntries(
    earlier.cells.flatMap(({ name, value }, index) => (value === now.cells[index]?.value ? [] : [[name, value]])),
  )
  await run(database, note(2, 'update', before))
}

const cellsOf = (module: Module, values: WorldRecord['values']) =>
  [...module.fields.values()].flatMap((field) =>
    partsOf(field).length === 0
      ? []
      : columnsOf(field).map(({ name, primitive }) => ({
          name,
          cast: castTypes[primitive],
          value: values[field.name] ?? null,
        })),
  )

const labelOf = ({ module }: WorldRecord, values: WorldRecord['values']): string =>
  (module === 'deal' ? [values['name'], values['serial']] : [values['name']]).filter((part) => part !== null).join(' ')

/** The label first, then every text. */
const searchOf = (_record: WorldRecord, values: WorldRecord['values'], label: string): string =>
  [label, ...Object.values(values).filter((value) => typeof value === 'string' && !value.includes('-'))]
    .join('\n')
    .toLowerCase()
