import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

/** Far fewer connections than writers. */
beforeAll(async () => {
  app = await startTestApp({
    poolSize: 4,
    definition: {
      'modules/firm.json': {
        type: 'object',
        'x-module': {},
        properties: { name: { type: 'string', 'x-unique': true } },
      },
      'modules/ticket.json': {
        type: 'object',
        'x-module': {},
        properties: {
          name: { type: 'string' },
          number: { 'x-field': 'auto-number', 'x-pattern': 'T-{0000}' },
          firm: { 'x-field': 'link', 'x-link': { module: 'firm', inverse: 'tickets', onDelete: 'cascade' } },
          others: { 'x-field': 'links', 'x-link': { module: 'firm', inverse: 'mentioned' } },
        },
      },
    },
  })
})

afterAll(() => app.stop())

it('serves more writers than it has connections, transactions among them: they stand in line and all come through', async () => {
  const shared = (await app.api.post('/records/firm', { name: 'shared' })).expect(201).string('id')
  const writer = async (index: number): Promise<readonly number[]> => {
    const firm = (await app.api.post('/records/firm', { name: `firm ${index}` })).expect(201).string('id')
    const ticket = (await app.api.post('/records/ticket', { name: 'numbered', firm })).expect(201).string('id')
    const answers = await Promise.all([
      app.api.patch(`/records/firm/${shared}`, { name: `shared ${index}` }),
      app.api.post(`/records/ticket/${ticket}/links/others`, { id: shared }),
      app.api.post('/records/ticket/batch', {
        items: Array.from({ length: 10 }, () => ({ op: 'create', data: { name: 'b', firm: shared } })),
      }),
      app.api.post('/records/firm/batch', {
        items: [
          { op: 'upsert', by: ['name'], data: { name: `up ${index % 5}` } },
          { op: 'upsert', by: ['name'], data: { name: 'up' } },
        ],
      }),
      app.api.post('/records/ticket/batch', {
        mode: 'each',
        items: Array.from({ length: 5 }, () => ({ op: 'create', data: { name: 'e' } })),
      }),
      app.api.get('/records/ticket?count=exact&limit=5'),
    ])
    const deleted = await app.api.delete(`/records/firm/${firm}`)
    return [...answers, deleted].map((answer) => answer.status)
  }
  const statuses = await Promise.all(Array.from({ length: 64 }, (_, index) => writer(index)))
  expect(statuses).toEqual(statuses.map(() => [200, 204, 200, 200, 200, 200, 204]))
  const numbers = await app.api.get('/records/ticket?count=exact&limit=1&sort=-number')
  expect(numbers.at('count', 'value')).toBe(64 * 15)
  expect(numbers.at('records', 0, 'number')).toBe(`T-${String(64 * 16).padStart(4, '0')}`)
}, 240_000)

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
