import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { createPool, keptRows, run, transaction } from './pool.ts'
import { raw, sql } from './sql.ts'

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await cloneDatabase()
  // One connection, so that every run meets what the ones before left there.
  pool = createPool(database.connectionString, { max: 1 })
  await run(pool, raw('create table thing (id int, name text, worth numeric, many bigint, at timestamptz)'))
  await run(
    pool,
    raw(`insert into thing values (1, 'one', 1.50, 7, '2026-11-21T10:00:00.5Z'), (2, null, null, null, null)`),
  )
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

const thing = (id: unknown) => sql`select name, worth, many, at from thing where id = ${id}::int`

const one = [['one', '1.50', 7, '2026-11-21T10:00:00.5Z']]

test('a statement gives the same rows however often it has run on a connection', async () => {
  for (let run = 1; run <= 4; run += 1) {
    expect(await keptRows(pool, thing(1)), `run ${run}`).toEqual(one)
    expect(await keptRows(pool, thing(2)), `run ${run}`).toEqual([[null, null, null, null]])
    expect(await keptRows(pool, thing(3)), `run ${run}`).toEqual([])
  }
})

test('statements that travel together each get their own rows', async () => {
  const found = await transaction(pool, (client) =>
    Promise.all(
      [1, 2, 1, 3].map((id) => keptRows(client, thing(id))).concat(keptRows(client, sql`select ${'x'}::text`)),
    ),
  )
  expect(found).toEqual([one, [[null, null, null, null]], one, [], [['x']]])
})

test('a run that fails leaves the statement as it was, whether it had succeeded before or not', async () => {
  const fresh = (id: unknown) => sql`select many, name from thing where id = ${id}::int`
  for (const piece of [thing, fresh]) {
    for (const wrong of ['no number', '99999999999', Number.NaN])
      await expect(keptRows(pool, piece(wrong)), String(wrong)).rejects.toThrow(/integer/)
  }
  expect(await keptRows(pool, thing(1))).toEqual(one)
  expect(await keptRows(pool, fresh(1))).toEqual([[7, 'one']])
  expect(await keptRows(pool, fresh(1))).toEqual([[7, 'one']])
})

test('a statement without columns gives no rows', async () => {
  for (let run = 1; run <= 3; run += 1)
    expect(await keptRows(pool, sql`update thing set name = ${`two ${run}`} where id = 2`)).toEqual([])
  expect(await keptRows(pool, sql`select name from thing where id = 2`)).toEqual([['two 3']])
})

test('values are never read by columns that are no longer so', async () => {
  await run(pool, raw('create table changing (value int)'))
  await run(pool, raw('insert into changing values (1)'))
  const all = sql`select value from changing`
  for (let run = 1; run <= 3; run += 1) expect(await keptRows(pool, all)).toEqual([[1]])
  await run(pool, raw('alter table changing alter column value type text'))
  for (let run = 1; run <= 3; run += 1) expect(await keptRows(pool, all)).toEqual([['1']])
})
