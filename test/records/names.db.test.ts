import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

/** Names that mean something to JavaScript, JSON Pointer, filters or PostgreSQL. */
const names = [
  ['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length', 'then', 'toJSON', 'select', 'user', 'table'],
  [
    'order',
    'a.b',
    'a/b',
    'a~b',
    '~0',
    "'; drop table x; --",
    '"',
    '\\',
    '%',
    '$1',
    '{name}',
    'ñ',
    'Ñ',
    'N',
    '😀',
    'a b',
  ],
  ['x'.repeat(200), 'xmin', 'ctid', 'label', 'search', 'extra', 'deleted_at', 'link', 'value'],
].flat()

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/odd.json': {
        type: 'object',
        properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      },
      'modules/long.json': {
        type: 'object',
        'x-module': {},
        properties: {
          code: { type: 'string', 'x-unique': true },
          kind: { type: 'string', 'x-indexed': true },
          text: { type: 'string', 'x-field': 'multiline' },
        },
      },
    },
  })
})

afterAll(() => app.stop())

it('keeps every value under its name, whatever the name', async () => {
  const data = Object.fromEntries(names.map((name, index) => [name, `v${index}`]))
  const made = (await app.api.post('/records/odd', data)).expect(201)
  expect(made.body).toEqual(expect.objectContaining(data))
  const id = made.string('id')
  for (const [index, name] of names.entries()) {
    const changed = await app.api.patch(`/records/odd/${id}`, { [name]: `w${index}` })
    expect([changed.status, changed.at(name)], name).toEqual([200, `w${index}`])
    const filter = { field: name, op: 'equals', value: `w${index}` }
    const found = await app.api.post('/records/odd/query', { filter, sort: [name] })
    expect([found.status, found.each('records', 'id')], `${name} ${found.text}`).toEqual([200, [id]])
  }
  const past = (await app.api.get(`/records/odd/${id}?asOf=9999-01-01`)).expect(200)
  expect(past.body).toEqual((await app.api.get(`/records/odd/${id}`)).body)
  expect((await app.api.get(`/records/odd/${id}/history?limit=500`)).list('entries')).toHaveLength(names.length + 1)
})

it.each(['code', 'kind', 'text'])(
  'takes or refuses a text that is too long for an index, with the reason: %s',
  async (name) => {
    const random = Array.from({ length: 30_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    ).join('')
    const answer = await app.api.post('/records/long', { [name]: random })
    expect([answer.status, ...answer.issues]).toEqual(name === 'text' ? [201] : [422, `/${name} INDEX_TOO_LONG`])
  },
)

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
