import {
  attributesColumn,
  type CellRow,
  checkFilter,
  compileFilter,
  evaluate,
  fold,
  type Predicate,
  type RelatedRows,
} from '@telar/metadata'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { createPool, rows, run } from '../database/pool.ts'
import { ident, raw, sql } from '../database/sql.ts'
import { foldFunction } from './fold-function.ts'
import { selection } from './selection.ts'
import { randomFilter } from './test-random-filter.ts'
import { randomId, randomModel } from './test-random-model.ts'
import { fillTables, type TestTables } from './test-random-rows.ts'

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await cloneDatabase()
  pool = createPool(database.connectionString)
  await run(pool, raw('create schema telar'))
  await run(pool, foldFunction)
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** The tables as `evaluate` reaches them: what SQL joins, done by hand. */
const relatedIn = (tables: TestTables): RelatedRows => {
  const rowsOf = (table: string): readonly CellRow[] => tables.get(table) ?? []
  const live = (row: CellRow): boolean => (row['deleted_at'] ?? null) === null
  return {
    linked: (step, id) => rowsOf(step.table).find((row) => row['id'] === id && (step.to === 'members' || live(row))),
    through: (relation, row) => {
      if (relation.type === 'inverse')
        return rowsOf(relation.table).filter((other) => other[relation.column] === row['id'] && live(other))
      return rowsOf(relation.via)
        .filter((via) => via[relation.from] === row['id'])
        .flatMap((via) =>
          rowsOf(relation.table)
            .filter((other) => other['id'] === via[relation.to] && live(other))
            .map((other) => ({ ...other, [attributesColumn]: via[attributesColumn] ?? null })),
        )
    },
  }
}

const idsBySql = async (schema: string, table: string, predicate: Predicate): Promise<readonly unknown[]> => {
  const { joins, where } = selection({ schema, alias: 't' }, predicate)
  const found = await rows(pool, sql`select t.id from ${ident(schema, table)} t ${joins} where ${where} order by t.id`)
  return found.map(([id]) => id)
}

const idsByHand = (tables: TestTables, table: string, predicate: Predicate): readonly unknown[] => {
  const related = relatedIn(tables)
  return (tables.get(table) ?? [])
    .filter((row) => evaluate(predicate, row, related))
    .flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  'what SQL selects is what evaluate says, in random model %i',
  async (seed) => {
    const schema = `ws_${seed}`
    const [draw] = fc.sample(fc.gen(), { numRuns: 1, seed })
    if (draw === undefined) throw new Error('nothing was drawn')
    const model = randomModel(draw)
    const tables = await fillTables(pool, schema, { model, draw })
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(...model.modules.keys()), async (drawn, name) => {
        const module = model.modules.get(name)
        if (module === undefined) throw new Error(`the model has no module ${name}`)
        const filter = randomFilter(drawn, { model, module, levels: 3 })
        expect(checkFilter(model, module, filter)).toEqual([])
        const context = {
          now: '2026-11-21T15:20:30.500Z',
          timeZone: 'Europe/Madrid',
          firstDayOfWeek: 1,
          user: { id: randomId(drawn) },
        }
        const predicate = compileFilter(model, module, filter, context)
        const selected = await idsBySql(schema, module.table, predicate)
        expect(selected).toEqual(idsByHand(tables.read, module.table, predicate))
        expect(selected).toEqual(idsByHand(tables.ledger, module.table, predicate))
      }),
      { numRuns: 200, seed },
    )
  },
)

test('the database folds text as we do', async () => {
  const unit = fc.constantFrom(
    ...Array.from('aAñÑüÜçÇßẞİıIiéè\u0301\u0303\u0308\u0327øØłŁđÐæÆœŒþÞΣσςﬁ①Ǆ한ががअि😀’–\u00A0 %_\\'),
  )
  const texts = fc.oneof(fc.string({ unit }), fc.string({ unit: 'grapheme' }))
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 50, maxLength: 50 }), async (list) => {
      const clean = list.map((text) => text.replaceAll('\0', ''))
      const found = await rows(
        pool,
        sql`select telar.fold(text) from unnest(${clean}::text[]) with ordinality as item (text, place) order by place`,
      )
      expect(found.map(([text]) => text)).toEqual(clean.map(fold))
    }),
    { numRuns: 60 },
  )
})
