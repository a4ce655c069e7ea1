import { always, type Model, type Module, parseSort, resolve, type SortTerm } from '@telar/metadata'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { createPool, type Row, rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { openCursor, sealCursor } from './cursor.ts'
import type { RowPlace } from './keyset.ts'
import { type OrderedSelection, orderedSelection, orderedStages } from './selection.ts'
import { randomPath } from './test-random-filter.ts'
import { chance, type Draw, randomModel } from './test-random-model.ts'
import { fillTables, insertRow, makeTables } from './test-random-rows.ts'

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await cloneDatabase()
  pool = createPool(database.connectionString)
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

const moduleOf = (model: Model, name: string): Module => {
  const module = model.modules.get(name)
  if (module === undefined) throw new Error(`the model has no module ${name}`)
  return module
}

interface Page {
  readonly ids: readonly unknown[]
  readonly place: RowPlace | undefined
}

interface PageQuery {
  readonly terms: readonly SortTerm[]
  readonly after: RowPlace | undefined
  readonly limit: number
}

const read = async (
  schema: string,
  table: string,
  { chosen, limit }: { readonly chosen: OrderedSelection; readonly limit: number },
): Promise<readonly Row[]> =>
  rows(
    pool,
    sql`select t.id, ${chosen.place} from ${ident(schema, table)} t ${chosen.joins} where ${chosen.where} order by ${chosen.orderBy} limit ${limit}`,
  )

const whole = async (schema: string, table: string, terms: readonly SortTerm[]): Promise<readonly unknown[]> => {
  const chosen = orderedSelection({ schema, alias: 't' }, { predicate: always, terms, after: undefined })
  return (await read(schema, table, { chosen, limit: 1000 })).map(([id]) => id)
}

const page = async (schema: string, table: string, { terms, after, limit }: PageQuery): Promise<Page> => {
  const found: Row[] = []
  for (const chosen of orderedStages({ schema, alias: 't' }, { predicate: always, terms, after }))
    found.push(...(await read(schema, table, { chosen, limit: limit - found.length })))
  const place: unknown = found.at(-1)?.[1]
  return {
    ids: found.map(([id]) => id),
    place: Array.isArray(place) ? place.map((value: unknown) => (typeof value === 'string' ? value : null)) : undefined,
  }
}

/** A place travels as a sealed cursor, as it does between two requests. */
const travelled = (place: RowPlace | undefined): RowPlace | undefined => {
  const key = new Uint8Array(32)
  const query = { workspace: 'w', module: 'm', sort: [], filter: undefined }
  const opened = place && openCursor(key, query, sealCursor(key, query, place))
  return opened?.ok === true ? opened.place : undefined
}

const pagedIds = async (
  schema: string,
  table: string,
  { terms, limit }: { readonly terms: readonly SortTerm[]; readonly limit: number },
): Promise<readonly unknown[]> => {
  const ids: unknown[] = []
  let after: RowPlace | undefined
  do {
    const next: Page = await page(schema, table, { terms, after, limit })
    ids.push(...next.ids)
    after = next.ids.length === limit ? travelled(next.place) : undefined
  } while (after !== undefined)
  return ids
}

const randomSort = (draw: Draw, model: Model, module: Module): readonly SortTerm[] => {
  const names = Array.from(
    { length: draw(fc.nat, { max: 3 }) },
    () => `${chance(draw, 50) ? '-' : ''}${randomPath(draw, { model, module }, 2).path}`,
  )
  return parseSort(model, module, names).terms
}

test.each([11, 12, 13, 14, 15, 16])(
  'pages of any size give every row once, in the order of the whole, in random model %i',
  async (seed) => {
    const schema = `ws_${seed}`
    const [draw] = fc.sample(fc.gen(), { numRuns: 1, seed })
    if (draw === undefined) throw new Error('nothing was drawn')
    const model = randomModel(draw)
    await fillTables(pool, schema, { model, draw })
    await fc.assert(
      fc.asyncProperty(
        fc.gen(),
        fc.constantFrom(...model.modules.keys()),
        fc.integer({ min: 1, max: 15 }),
        async (drawn, name, limit) => {
          const module = moduleOf(model, name)
          const terms = randomSort(drawn, model, module)
          const ids = await whole(schema, module.table, terms)
          expect(new Set(ids).size).toBe(40)
          expect(await pagedIds(schema, module.table, { terms, limit })).toEqual(ids)
        },
      ),
      { numRuns: 30, seed },
    )
  },
)

test('names stand as Spanish sorts them, options as listed, links by label; what is empty or deleted last', async () => {
  const { model } = resolve(
    new Map([
      [
        'modules/deal.json',
        {
          type: 'object',
          'x-module': {},
          properties: {
            name: { type: 'string' },
            stage: { enum: ['new', 'won', 'lost'] },
            parent: { 'x-field': 'link', 'x-link': { module: 'deal' } },
          },
        },
      ],
    ]),
  )
  const module = moduleOf(model, 'deal')
  const [name, stage, parent] = ['name', 'stage', 'parent'].map((field) => module.fields.get(field)?.column ?? '')
  await makeTables(pool, 'ws_order', model)
  const id = (index: number): string => `00000000-0000-7000-8000-00000000000${index}`
  const written = [
    ['zeta', 'lost', 1, null],
    ['ñandú', 'won', 2, null],
    ['Ángel', 'new', 3, null],
    [null, null, null, null],
    ['nube', 'retired', 0, null],
    ['angel', 'new', 6, null],
    ['Zoe', 'won', 2, '2026-11-21'],
  ] as const
  for (const [index, [text, option, link, deleted]] of written.entries()) {
    const cells = {
      id: id(index),
      version: 1,
      created_at: '2026-11-21',
      updated_at: '2026-11-21',
      deleted_at: deleted,
      label: text ?? '',
    }
    await insertRow(pool, {
      schema: 'ws_order',
      module,
      cells: { ...cells, [name ?? '']: text, [stage ?? '']: option, [parent ?? '']: link === null ? null : id(link) },
    })
  }
  const order = async (sort: string): Promise<readonly unknown[]> => {
    const { terms } = parseSort(model, module, sort)
    const ids = await whole('ws_order', module.table, terms)
    return ids.map((found) => written[Number(String(found).slice(-1))]?.[0])
  }
  expect(await order('name')).toEqual(['angel', 'Ángel', 'nube', 'ñandú', 'zeta', 'Zoe', null])
  expect(await order('-name')).toEqual(['Zoe', 'zeta', 'ñandú', 'nube', 'Ángel', 'angel', null])
  expect(await order('stage,-name')).toEqual(['Ángel', 'angel', 'Zoe', 'ñandú', 'zeta', 'nube', null])
  expect(await order('parent,name')).toEqual(['Ángel', 'ñandú', 'Zoe', 'zeta', 'nube', 'angel', null])
})
