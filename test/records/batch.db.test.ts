import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/person.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        required: ['name'],
        properties: {
          name: { type: 'string' },
          email: { type: 'string', format: 'email', 'x-unique': true },
          code: { type: 'string', 'x-unique': true },
          age: { type: 'integer' },
          team: { 'x-field': 'link', 'x-link': { module: 'team', inverse: 'people', onDelete: 'restrict' } },
        },
        'x-unique': [['name', 'age']],
      },
      'modules/team.json': { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } },
      'modules/ticket.json': {
        type: 'object',
        'x-module': {},
        properties: {
          name: { type: 'string', 'x-unique': true },
          number: { 'x-field': 'auto-number', 'x-pattern': 'T-{0000}' },
        },
      },
    },
  })
})

afterAll(() => app.stop())

const nobody = '0198c1e2-7a4b-7c3d-8e5f-0123456789ab'

const make = async (data: JsonObject, module = 'person'): Promise<string> =>
  (await app.api.post(`/records/${module}`, data)).expect(201).string('id')

const batch = (items: readonly Json[], more: JsonObject = {}, module = 'person') =>
  app.api.post(`/records/${module}/batch`, { items, ...more })

const count = async (filter?: Json, module = 'person') =>
  (await app.api.get(`/records/${module}`, { query: { count: 'exact', limit: 1, filter } })).at('count', 'value')

describe('all or nothing', () => {
  it('does every kind of change in one act and says what became of each', async () => {
    const [one, two, three] = [await make({ name: 'one' }), await make({ name: 'two' }), await make({ name: 'three' })]
    await app.api.delete(`/records/person/${three}`)
    const answer = (
      await batch([
        { op: 'create', data: { name: 'new' } },
        { op: 'update', id: one, version: 1, data: { age: 5 } },
        { op: 'update', id: one, data: { age: 6 } },
        { op: 'upsert', by: ['email'], data: { name: 'Ana', email: 'ana@telar.example' } },
        { op: 'upsert', by: ['email'], data: { email: 'ANA@telar.example', age: 30 } },
        { op: 'delete', id: two, version: '*' },
        { op: 'restore', id: three },
      ])
    ).expect(200)
    expect(answer.each('results', 'status')).toEqual([201, 200, 200, 201, 200, 204, 200])
    expect(answer.each('results', 'version')).toEqual([1, 2, 3, 1, 2, null, 3])
    expect(answer.at('results', 4, 'id')).toBe(answer.at('results', 3, 'id'))
    expect(answer.at('counts')).toEqual({ created: 2, updated: 3, restored: 1, deleted: 1, failed: 0 })
    expect((await app.api.get(`/records/person/${one}`)).at('age')).toBe(6)
    const operations = await Promise.all(
      [one, two, three].map(async (id) =>
        (await app.api.get(`/records/person/${id}/history`)).at('entries', 0, 'operation'),
      ),
    )
    expect(new Set(operations).size).toBe(1)
  })

  it('answers whole records when asked to', async () => {
    const answer = await batch([{ op: 'create', data: { name: 'whole' } }], { return: 'record' })
    expect(answer.at('results', 0, 'record', 'name')).toBe('whole')
  })

  it('writes nothing when one item fails, and points into the failing ones', async () => {
    const before = await count()
    const answer = await batch([
      { op: 'create', data: { name: 'fine' } },
      { op: 'create', data: { age: 'old' } },
      { op: 'update', id: nobody, data: {} },
      { op: 'upsert', by: ['age'], data: { age: 1 } },
      { op: 'upsert', by: ['email'], data: { name: 'x' } },
      { op: 'create', data: { name: 'x', team: nobody } },
    ])
    expect([answer.status, answer.at('code')]).toEqual([422, 'INVALID'])
    expect(answer.issues).toEqual([
      '/items/1/data/name required',
      '/items/1/data/age type',
      '/items/2 RECORD_UNKNOWN',
      '/items/3/by UPSERT_NOT_UNIQUE',
      '/items/4/data/email UPSERT_KEY_EMPTY',
      '/items/5/data/team LINK_MISSING',
    ])
    expect(answer.at('issues', 2, 'message')).toMatch(/no such record/)
    expect(await count()).toBe(before)
  })

  it('names the item whose unique value was taken, and takes everything back', async () => {
    await make({ name: 'taken', code: 'taken' })
    const items: JsonObject[] = Array.from({ length: 30 }, (_, index) => ({
      op: 'create',
      data: { name: `n${index}`, code: `n${index}` },
    }))
    items[17] = { op: 'create', data: { name: 'again', code: 'taken' } }
    const answer = await batch(items)
    expect([answer.status, answer.at('code'), answer.issues]).toEqual([
      409,
      'DUPLICATE',
      ['/items/17/data/code DUPLICATE_VALUE'],
    ])
    expect(await count({ field: 'code', op: 'equals', value: 'n3' })).toBe(0)
  })

  it('tells a stale version with both values', async () => {
    const id = await make({ name: 'stale', age: 1 })
    await app.api.patch(`/records/person/${id}`, { age: 2 })
    const answer = await batch([{ op: 'update', id, version: 1, data: { age: 3 } }])
    expect([answer.status, answer.issues]).toEqual([409, ['/items/0/data/age VALUE_CONFLICT']])
    expect(answer.at('issues', 0, 'params')).toEqual({ yours: 3, theirs: 2 })
  })

  it('keeps the order of changes of one record among many others', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, (_, index) => make({ name: `order ${index}` })))
    const items = Array.from({ length: 200 }, (_, index) => ({
      op: 'update',
      id: ids[index % 5] ?? '',
      data: { age: index },
    }))
    const answer = (await batch(items)).expect(200)
    expect(answer.at('results', 199, 'version')).toBe(41)
    const ages = await Promise.all(ids.map(async (id) => (await app.api.get(`/records/person/${id}`)).at('age')))
    expect(ages).toEqual([195, 196, 197, 198, 199])
  })

  it('gives running numbers without gaps, whatever is refused', async () => {
    const items = Array.from({ length: 20 }, (_, index) => ({ op: 'create', data: { name: `t${index}` } }))
    await batch(items, {}, 'ticket')
    expect((await batch([...items, { op: 'create', data: { name: 't3' } }], {}, 'ticket')).status).toBe(409)
    const numbers = (
      await batch(
        [
          { op: 'upsert', by: ['name'], data: { name: 't3' } },
          { op: 'upsert', by: ['name'], data: { name: 'last' } },
        ],
        { return: 'record' },
        'ticket',
      )
    ).expect(200)
    expect(numbers.at('results', 1, 'record', 'number')).toBe('T-0021')
  })
})

describe('each by itself', () => {
  it('keeps what worked and says why the rest did not', async () => {
    const id = await make({ name: 'kept' })
    const answer = (
      await batch(
        [
          { op: 'create', data: { name: 'good' } },
          { op: 'create', data: {} },
          { op: 'update', id, version: 9, data: { age: 1 } },
          { op: 'delete', id: nobody },
          { op: 'upsert', by: ['age', 'name'], data: { name: 'good', age: 3 } },
          { op: 'delete', id },
        ],
        { mode: 'each' },
      )
    ).expect(200)
    expect(answer.each('results', 'status')).toEqual([201, 422, 409, 404, 201, 204])
    expect(answer.at('counts')).toEqual({ created: 2, updated: 0, restored: 0, deleted: 1, failed: 3 })
    expect(answer.at('results', 1, 'problem')).toMatchObject({
      code: 'INVALID',
      issues: [{ pointer: '/data/name', code: 'required' }],
    })
    expect(answer.at('results', 3, 'problem')).toMatchObject({
      code: 'RECORD_UNKNOWN',
      detail: expect.stringMatching(/no such record/),
    })
    expect((await app.api.get(`/records/person/${answer.string('results', 0, 'id')}`)).status).toBe(200)
  })

  it('takes a thousand at once', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => ({
      op: 'create',
      data: { name: `many ${index}`, code: index % 10 === 9 ? 'same' : `m${index}` },
    }))
    const answer = (await batch(items, { mode: 'each' })).expect(200)
    expect(answer.at('counts')).toMatchObject({ created: 901, failed: 99 })
  })
})

describe('upserts', () => {
  it.each(['person', 'ticket'])('make one record of many at once: %s', async (module) => {
    const key = module === 'person' ? 'email' : 'name'
    const data = { name: 'only one', ...(module === 'person' ? { email: 'one@telar.example' } : {}) }
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => batch([{ op: 'upsert', by: [key], data }], {}, module)),
    )
    expect(new Set(answers.map((answer) => answer.string('results', 0, 'id'))).size).toBe(1)
    expect(answers.map((answer) => answer.at('results', 0, 'status')).filter((status) => status === 201)).toHaveLength(
      1,
    )
    expect(await count({ field: 'name', op: 'equals', value: 'only one' }, module)).toBe(1)
  })

  it('of two batches in opposite order both end, without a double', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `both ${index}`)
    const items = names.map((name) => ({ op: 'upsert', by: ['name'], data: { name } }))
    const answers = await Promise.all([
      batch(items, {}, 'ticket'),
      batch(items.toReversed(), {}, 'ticket'),
      batch(items, { mode: 'each' }, 'ticket'),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
    expect(await count({ field: 'name', op: 'startsWith', value: 'both' }, 'ticket')).toBe(20)
  })

  it('say which other rule was in the way', async () => {
    await make({ name: 'owner', code: 'held' })
    const answer = await batch([
      { op: 'upsert', by: ['email'], data: { name: 'x', email: 'new@telar.example', code: 'held' } },
    ])
    expect([answer.status, answer.issues]).toEqual([409, ['/items/0/data/code DUPLICATE_VALUE']])
  })

  it('make the record anew when the one of that value was deleted', async () => {
    const id = await make({ name: 'gone', code: 'again' })
    await app.api.delete(`/records/person/${id}`)
    const answer = (await batch([{ op: 'upsert', by: ['code'], data: { name: 'back', code: 'again' } }])).expect(200)
    expect(answer.at('results', 0)).not.toMatchObject({ id })
  })

  it('refuse keys that no record could have', async () => {
    for (const [by, data] of [
      [['email'], { name: 'x', email: 7 }],
      [['email'], { name: 'x', email: 'x' }],
      [['name', 'age'], { name: 'x', age: 'old' }],
      [['email'], { name: 'x', email: '\0' }],
    ] as const) {
      const answer = await batch([{ op: 'upsert', by, data }])
      expect([answer.status, answer.issues.length], answer.text).toEqual([422, 1])
    }
  })
})

it.each<[Json, number]>([
  [[], 400],
  [{}, 400],
  [{ items: [] }, 400],
  [{ items: {} }, 400],
  [{ items: Array.from({ length: 1001 }, () => ({ op: 'create', data: {} })) }, 400],
  [{ items: [{ op: 'create', data: { name: 'x' } }], mode: 'some' }, 400],
  [{ items: [{ op: 'create', data: { name: 'x' } }], return: 'all' }, 400],
  [{ items: [{ op: 'create', data: { name: 'x' } }], atomic: true }, 400],
  [{ items: [null] }, 422],
  [{ items: ['create'] }, 422],
  [{ items: [{ op: 'drop' }] }, 422],
  [{ items: [{ op: 'create' }] }, 422],
  [{ items: [{ op: 'create', data: [] }] }, 422],
  [{ items: [{ op: 'create', id: nobody, data: {} }] }, 422],
  [{ items: [{ op: 'update', data: {} }] }, 422],
  [{ items: [{ op: 'update', id: 7, data: {} }] }, 422],
  [{ items: [{ op: 'update', id: 'x', version: '1', data: {} }] }, 422],
  [{ items: [{ op: 'update', id: 'x', data: {} }] }, 404],
  [{ items: [{ op: 'upsert', data: {} }] }, 422],
  [{ items: [{ op: 'upsert', by: 'email', data: {} }] }, 422],
  [{ items: [{ op: 'upsert', by: [], data: {} }] }, 422],
  [{ items: [{ op: 'upsert', by: ['nobody'], data: {} }] }, 422],
  [{ items: [{ op: 'upsert', by: ['email', 'email'], data: { email: '' } }] }, 422],
  [{ items: [{ op: 'delete' }] }, 422],
  [{ items: [{ op: 'restore', id: nobody }] }, 404],
])('answers nonsense with what is wrong: %j', async (body, status) => {
  const answer = await app.api.post('/records/person/batch', body)
  expect([answer.status, typeof answer.at('detail')], answer.text.slice(0, 300)).toEqual([status, 'string'])
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
