import {
  type Cell,
  type Cells,
  columnOf,
  type Field,
  isObject,
  type Json,
  type Model,
  type Module,
  storeComposite,
} from '@telar/metadata'
import type pg from 'pg'
import { records, rows as query, run } from '../database/pool.ts'
import { ident, join, raw, sql } from '../database/sql.ts'
import { columnsOf, linkTableOf } from './columns.ts'
import { foldFunction } from './fold-function.ts'
import { columnType } from './primitives.ts'
import { schemaSteps } from './schema-steps.ts'
import {
  chance,
  type Draw,
  fieldsOf,
  leftover,
  pick,
  randomId,
  randomMembers,
  randomValue,
  recordIdOf,
  rowsPerModule,
} from './test-random-model.ts'
import { collationOf } from './text-collation.ts'

/** A row as the driver gives it, by physical column. */
export type TestRow = Readonly<Record<string, Cell>>

/** Every table of a workspace with its rows. */
export type TestTables = ReadonlyMap<string, readonly TestRow[]>

export interface FilledTables {
  /** As the driver reads columns. */
  readonly read: TestTables
  /** As the ledger keeps whole rows: PostgreSQL's own JSON. */
  readonly ledger: TestTables
}

/** Makes the tables of a model in a schema of its own, fills them, and gives back the rows in both forms. */
export const fillTables = async (
  pool: pg.Pool,
  schema: string,
  { model, draw }: { readonly model: Model; readonly draw: Draw },
): Promise<FilledTables> => {
  await makeTables(pool, schema, model)
  const modules = [...model.modules.values()]
  const ids = new Map(
    modules.map((module) => [
      module.name,
      Array.from({ length: rowsPerModule }, (_, index) => recordIdOf(module.name, index)),
    ]),
  )
  for (const [table, name] of directories.flatMap((one) => ['Ñuria', 'ana', 'Ana'].map((name) => [one, name] as const)))
    await run(
      pool,
      sql`insert into ${ident(schema, table)} values (${randomId(draw)}::uuid, ${name}) on conflict do nothing`,
    )
  for (const module of modules)
    for (const id of ids.get(module.name) ?? [])
      await insertRow(pool, { schema, module, cells: randomCells(draw, module, { id, ids }) })
  for (const field of modules.flatMap((module) => fieldsOf(module)).filter(({ storage }) => storage.type === 'links'))
    await linkSome(pool, { schema, field, model, ids, draw })
  return {
    read: await readTables(modules, (table) => readColumns(pool, schema, table)),
    ledger: await readTables(modules, (table) => readWhole(pool, schema, table)),
  }
}

/** People and teams, whom fields name by their ids. */
const directories = ['member', 'team'] as const

/** The tables of a model, empty and without foreign keys: rows come in any order. */
export const makeTables = async (pool: pg.Pool, schema: string, model: Model): Promise<void> => {
  await run(pool, raw('create schema if not exists telar'))
  await run(pool, foldFunction)
  await run(pool, raw('create extension if not exists pg_trgm'))
  await run(pool, sql`create schema ${ident(schema)}`)
  const name = raw(columnType('text', collationOf(model)))
  for (const table of directories)
    await run(pool, sql`create table ${ident(schema, table)} (id uuid primary key, name ${name})`)
  for (const step of schemaSteps({ schema, before: undefined, after: model, known: new Map() }))
    if (step.kind !== 'addForeignKey') await run(pool, step.sql)
}

type Ids = ReadonlyMap<string, readonly string[]>

const created = ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000001Z', '2026-11-20T23:30:00Z'] as const

const randomCells = (draw: Draw, module: Module, { id, ids }: { readonly id: string; readonly ids: Ids }): Cells => ({
  id,
  version: pick(draw, [1, 2, 3]),
  created_at: pick(draw, created),
  updated_at: pick(draw, created),
  owner_id: chance(draw, 30) ? null : randomId(draw),
  deleted_at: chance(draw, 20) ? '2026-11-21T10:00:00Z' : null,
  label: pick(draw, ['', 'a', 'Á', 'b', 'ñ', 'z']),
  ...Object.fromEntries([...module.fields.values()].flatMap((field) => fieldCells(draw, field, ids))),
})

const fieldCells = (draw: Draw, field: Field, ids: Ids): readonly (readonly [string, Cell])[] => {
  if (chance(draw, 25)) return []
  if (field.storage.type === 'link') return [[field.column, pick(draw, ids.get(field.link?.module ?? '') ?? [])]]
  return chance(draw, 15) ? outdatedCells(draw, field) : storedCells(field, randomValue(draw, field))
}

/** What a column may hold since before its definition changed: other shapes inside json, options that are gone. */
const outdatedCells = (draw: Draw, field: Field): readonly (readonly [string, Cell])[] => {
  const [column] = columnsOf(field)
  if (column?.primitive === 'json') return [[column.name, leftover(draw)]]
  return column?.primitive === 'text' && field.options.length > 0 ? [[column.name, 'retired']] : []
}

const storedCells = (field: Field, written: Json): readonly (readonly [string, Cell])[] => {
  const value = field.type.normalise(written, field)
  const cells = value === null ? {} : field.type.store(value, field)
  return Object.entries(cells).map(([part, cell]) => [columnOf(field, part), cell])
}

export const insertRow = async (
  pool: pg.Pool,
  { schema, module, cells }: { readonly schema: string; readonly module: Module; readonly cells: Cells },
): Promise<void> => {
  const json = new Set(
    [...module.fields.values()]
      .flatMap(columnsOf)
      .filter(({ primitive }) => primitive === 'json')
      .map(({ name }) => name),
  )
  const entries = Object.entries(cells)
  const values = entries.map(([name, cell]) => sql`${json.has(name) && cell !== null ? JSON.stringify(cell) : cell}`)
  await run(
    pool,
    sql`insert into ${ident(schema, module.table)} (${join(entries.map(([name]) => ident(name)))}) values (${join(values)})`,
  )
}

interface Joining {
  readonly schema: string
  readonly field: Field
  readonly model: Model
  readonly ids: Ids
  readonly draw: Draw
}

const linkSome = async (pool: pg.Pool, { schema, field, model, ids, draw }: Joining): Promise<void> => {
  const holder = [...model.modules.values()].find((module) => module.fields.get(field.name) === field)
  const [from, to] = [ids.get(holder?.name ?? '') ?? [], ids.get(field.link?.module ?? '') ?? []]
  for (let count = 0; count < 30; count += 1)
    await run(
      pool,
      sql`insert into ${ident(schema, linkTableOf(field))} ("from", "to", attributes) values (${pick(draw, from)}::uuid, ${pick(draw, to)}::uuid, ${JSON.stringify(attributesOf(draw, field))}::jsonb) on conflict do nothing`,
    )
}

const attributesOf = (draw: Draw, field: Field): Json => {
  if (chance(draw, 15)) return leftover(draw)
  const [link] = [field.type.normalise([{ id: randomId(draw), attributes: randomMembers(draw, field) }], field)].flat()
  const written = isObject(link) ? link['attributes'] : undefined
  return written === undefined ? {} : storeComposite(written, field.children)
}

const readTables = async (
  modules: readonly Module[],
  read: (table: string) => Promise<readonly TestRow[]>,
): Promise<TestTables> => {
  const links = modules.flatMap(fieldsOf).filter(({ storage }) => storage.type === 'links')
  const tables = [...modules.map(({ table }) => table), ...directories, ...links.map(linkTableOf)]
  return new Map(
    await Promise.all(tables.map(async (table): Promise<[string, readonly TestRow[]]> => [table, await read(table)])),
  )
}

const readColumns = async (pool: pg.Pool, schema: string, table: string): Promise<readonly TestRow[]> =>
  // oxlint-disable-next-line no-unsafe-type-assertion -- the driver gives the cell forms that the column types declare
  (await records(pool, sql`select * from ${ident(schema, table)}`)) as readonly TestRow[]

const readWhole = async (pool: pg.Pool, schema: string, table: string): Promise<readonly TestRow[]> =>
  // oxlint-disable-next-line no-unsafe-type-assertion -- a row as JSON is an object
  (await query(pool, sql`select to_jsonb(t) from ${ident(schema, table)} t`)).map(([row]) => row as TestRow)
