import type { Json, JsonObject } from '@telar/metadata'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

/** 100,000 in the long run (`SOAK_ROWS=100000`). */
const rowCount = Number(process.env.SOAK_ROWS ?? 5000)

let app: TestApp
const rows = new Map<string, JsonObject>()

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/firm.json': { type: 'object', 'x-module': { name: '{name}' }, properties: { name: { type: 'string' } } },
      'modules/row.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: {
          name: { type: 'string' },
          size: { type: 'integer' },
          weight: { 'x-field': 'decimal', 'x-scale': 3 },
          day: { type: 'string', format: 'date' },
          done: { type: 'boolean' },
          stage: { enum: ['z', 'a', 'm'] },
          firm: { 'x-field': 'link', 'x-link': { module: 'firm' } },
          note: { type: 'string' },
        },
        'x-indexes': [['size', 'name'], ['stage']],
      },
    },
  })
  await fill()
}, 600_000)

afterAll(() => app.stop())

const pick = <Item>(draw: fc.GeneratorValue, items: readonly Item[]): Item | null =>
  items[draw(fc.nat, { max: items.length - 1 })] ?? null

const names = ['a', 'A', 'á', 'ñandú', 'Nandu', 'zeta', 'b c', '', '%', '😀']

const randomRow = (draw: fc.GeneratorValue, firms: readonly string[]): JsonObject => ({
  name: pick(draw, [...names, null]),
  size: pick(draw, [null, 0, 1, 2, 3, -5, 1_000_000]),
  weight: pick(draw, [null, '0.001', '0.010', '12', '-3.5']),
  day: pick(draw, [null, '2026-01-01', '2026-01-02', '0001-01-01', '9999-12-31']),
  done: pick(draw, [null, true, false]),
  stage: pick(draw, [null, 'z', 'a', 'm']),
  firm: pick(draw, [null, ...firms]),
})

const fill = async (): Promise<void> => {
  const [draw] = fc.sample(fc.gen(), { numRuns: 1, seed: 11 })
  if (draw === undefined) throw new Error('nothing was drawn')
  const firms = await Promise.all(
    ['Zeta', 'ángel', 'beta'].map(async (name) => (await app.api.post('/records/firm', { name })).string('id')),
  )
  for (let made = 0; made < rowCount; made += 1000) {
    const data = Array.from({ length: Math.min(1000, rowCount - made) }, () => randomRow(draw, firms))
    const answer = await app.api.post('/records/row/batch', { items: data.map((one) => ({ op: 'create', data: one })) })
    answer
      .expect(200)
      .each('results', 'id')
      .forEach((id, index) => rows.set(typeof id === 'string' ? id : '', data[index] ?? {}))
  }
}

const filters: readonly { readonly filter: Json; readonly holds: (row: JsonObject) => boolean }[] = [
  { filter: null, holds: () => true },
  { filter: { field: 'size', op: 'atLeast', value: 1 }, holds: ({ size }) => Number(size ?? -1) >= 1 },
  { filter: { field: 'done', op: 'equals', value: true }, holds: ({ done }) => done === true },
  {
    filter: { not: { field: 'stage', op: 'in', value: ['z', 'a'] } },
    holds: ({ stage }) => stage !== 'z' && stage !== 'a',
  },
  {
    filter: { field: 'name', op: 'contains', value: 'NANDU' },
    holds: ({ name }) => name === 'ñandú' || name === 'Nandu',
  },
  {
    filter: {
      any: [
        { field: 'day', op: 'isEmpty' },
        { field: 'firm', op: 'isEmpty' },
      ],
    },
    holds: ({ day, firm }) => day === null || firm === null,
  },
]

const sortable = ['name', 'size', 'weight', 'day', 'done', 'stage', 'firm', 'firm.name', 'createdAt', 'id']

/** Others make rows, change and delete them again, and touch what stays in a field that nobody looks at. */
const disturb = async (isOver: () => boolean): Promise<number> => {
  const made: string[] = []
  const stable = [...rows.keys()]
  let writes = 0
  while (!isOver()) {
    const before = made.shift()
    const answers = await Promise.all([
      app.api.post('/records/row', { name: names[writes % names.length] ?? '', size: writes % 7 }),
      before === undefined
        ? undefined
        : app.api.patch(`/records/row/${before}`, { size: writes % 5, name: 'moved', stage: 'm' }),
      before === undefined || writes % 3 > 0 ? undefined : app.api.delete(`/records/row/${before}`),
      app.api.patch(`/records/row/${stable[(writes * 7919) % stable.length] ?? ''}`, { note: `n${writes}` }),
    ])
    const [created] = answers
    if (created.status === 201) made.push(created.string('id'))
    writes += answers.length
  }
  return writes
}

it('gives every row that was there throughout exactly once, whatever order, filter and page size, while others write', async () => {
  let isOver = false
  const writers = [disturb(() => isOver), disturb(() => isOver)]
  await fc
    .assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...sortable), fc.boolean()), {
          maxLength: 4,
          selector: ([name]) => name,
        }),
        fc.constantFrom(...filters),
        fc.integer({ min: Math.max(1, Math.ceil(rowCount / 400)), max: 500 }),
        async (order, { filter, holds }, limit) => {
          const sort = order.map(([name, descending]) => `${descending ? '-' : ''}${name}`)
          const query = { filter, limit, fields: 'size', ...(sort.length === 0 ? {} : { sort: sort.join(',') }) }
          const seen: Json[] = []
          let cursor: Json = null
          do {
            const page = (
              await app.api.post('/records/row/query', { ...query, ...(cursor === null ? {} : { cursor }) })
            ).expect(200)
            seen.push(...page.each('records', 'id'))
            cursor = page.at('next')
          } while (cursor !== null)
          const known = seen.map(String).filter((id) => rows.has(id))
          const wanted = [...rows].filter(([, row]) => holds(row)).map(([id]) => id)
          expect(known.length).toBe(new Set(known).size)
          expect(known.toSorted()).toEqual(wanted.toSorted())
        },
      ),
      { numRuns: rowCount > 20_000 ? 60 : 15, endOnFailure: true },
    )
    .finally(() => {
      isOver = true
    })
  const writes = await Promise.all(writers)
  expect(Math.min(...writes)).toBeGreaterThan(0)
}, 3_600_000)

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
