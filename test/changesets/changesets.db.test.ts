import type { JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const ship = (properties: JsonObject, words: JsonObject = {}): JsonObject => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Ship',
  type: 'object',
  required: ['name'],
  'x-module': { plural: 'Ships', name: '{name}' },
  properties: { name: { type: 'string', maxLength: 40 }, ...properties },
  ...words,
})

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ definition: { 'modules/ship.json': ship({ tons: { type: 'integer' } }) } })
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const open = async (title = 'draft'): Promise<string> =>
  (await app.api.post('/changesets', { title })).expect(201).string('id')

const put = (id: string, path: string, document: JsonObject) =>
  app.api.put(`/changesets/${id}/documents/${path}`, document)

const publish = (id: string) => app.api.post(`/changesets/${id}/publish`, { message: 'test' })

const version = async (): Promise<number> => Number((await app.api.get('/model')).expect(200).body['version'])

describe('a change set', () => {
  it('is opened, filled, planned and published, and the new field serves at once', async () => {
    const id = await open('flags')
    const stored = (
      await put(id, 'modules/ship.json', ship({ tons: { type: 'integer' }, flag: { type: 'string', title: 'Flag' } }))
    ).expect(200)
    expect(stored.string('document', 'properties', 'flag', 'x-id')).toMatch(/^fi_[a-z2-7]{10}$/)
    expect(stored.body['issues']).toEqual([])
    const plan = (await app.api.get(`/changesets/${id}/plan`)).expect(200)
    expect(plan.at('changes', 0, 'kind')).toBe('field.added')
    expect(plan.string('schema', 0, 'sql')).toContain('add column "flag_')
    const before = await version()
    expect((await publish(id)).expect(200).body).toEqual({ version: before + 1 })
    const record = (await app.api.post('/records/ship', { name: 'Pinta', flag: 'Castilla' })).expect(201)
    expect(record.body['flag']).toBe('Castilla')
  })

  it('keeps the ids that the first version gave, so a changed title is the same field', async () => {
    const id = await open()
    const first = (await put(id, 'modules/ship.json', ship({ tons: { type: 'integer', title: 'Tonnage' } }))).expect(
      200,
    )
    const again = (await put(id, 'modules/ship.json', ship({ tons: { type: 'integer', title: 'Burden' } }))).expect(200)
    expect(again.at('document', 'properties', 'tons', 'x-id')).toBe(first.at('document', 'properties', 'tons', 'x-id'))
  })

  it('renames a field without touching its values', async () => {
    await app.api.post('/records/ship', { name: 'Niña', tons: 60 })
    const id = await open()
    const shown = (
      await put(id, 'modules/ship.json', ship({ tons: { type: 'integer' }, flag: { type: 'string', title: 'Flag' } }))
    ).expect(200)
    const renamed = ship({
      burden: { type: 'integer', 'x-id': shown.string('document', 'properties', 'tons', 'x-id') },
      flag: { type: 'string', title: 'Flag' },
    })
    await put(id, 'modules/ship.json', renamed)
    const plan = (await app.api.get(`/changesets/${id}/plan`)).expect(200)
    expect(plan.body['changes']).toMatchObject([{ kind: 'field.renamed', params: { from: 'tons', name: 'burden' } }])
    expect(plan.body['schema']).toEqual([])
    ;(await publish(id)).expect(200)
    const found = (
      await app.api.get('/records/ship', { query: { filter: { field: 'burden', op: 'equals', value: 60 } } })
    ).expect(200)
    expect(found.at('records', 0, 'name')).toBe('Niña')
  })

  it('is refused when it would lose values, and says how many', async () => {
    const id = await open()
    await put(id, 'modules/ship.json', ship({}))
    const refused = (await publish(id)).expect(409)
    expect(refused.body['code']).toBe('CHANGESET_BLOCKED')
    expect(refused.issues).toContain('/properties/burden DATA_WOULD_BE_LOST')
    const gone = await open()
    ;(await app.api.delete(`/changesets/${gone}/documents/modules/ship.json`)).expect(204)
    expect((await publish(gone)).expect(409).at('issues', 0, 'code')).toBe('DATA_WOULD_BE_LOST')
  })

  it('names every problem of every document with file and pointer, and publishes nothing', async () => {
    const before = await version()
    const id = await open()
    await put(
      id,
      'modules/crew.json',
      ship({ rank: { 'x-field': 'rank' }, ship: { 'x-field': 'link', 'x-link': { module: 'boat' } } }),
    )
    await put(id, 'views/crew/all.json', {
      module: 'crew',
      kind: 'list',
      title: 'All',
      columns: [{ field: 'salary' }],
      filter: { field: 'age', op: 'equals', value: 1 },
    })
    const refused = (await publish(id)).expect(409)
    expect(refused.issues).toEqual(
      expect.arrayContaining([
        '/properties/rank/x-field FIELD_KIND_UNKNOWN',
        '/properties/ship/x-link/module MODULE_UNKNOWN_REFERENCE',
        '/columns/0/field FIELD_UNKNOWN',
      ]),
    )
    expect(JSON.stringify(refused.body['issues'])).toContain('views/crew/all.json')
    expect(await version()).toBe(before)
    ;(await app.api.get('/records/crew')).expect(404)
  })

  it('meets another one that changed the same document: the second is told', async () => {
    const [one, two] = [await open('one'), await open('two')]
    const current = (await app.api.get(`/versions/${await version()}/documents`)).expect(200)
    const document: JsonObject = JSON.parse(current.string('documents', 'modules/ship.json'))
    await put(one, 'modules/ship.json', { ...document, description: 'first' })
    await put(two, 'modules/ship.json', { ...document, description: 'second' })
    ;(await publish(one)).expect(200)
    expect((await publish(two)).expect(409).body['code']).toBe('CHANGESET_CONFLICT')
  })

  it('may be behind when it touches other documents', async () => {
    const [one, two] = [await open('one'), await open('two')]
    await put(one, 'options/rig.json', { title: 'Rig', options: [{ value: 'lateen', label: 'Lateen' }] })
    await put(two, 'options/port.json', { title: 'Port', options: [{ value: 'palos', label: 'Palos' }] })
    ;(await publish(one)).expect(200)
    ;(await publish(two)).expect(200)
  })

  it('published twice at once wins once', async () => {
    const id = await open()
    await put(id, 'options/wind.json', { title: 'Wind', options: [{ value: 'n', label: 'North' }] })
    const answers = await Promise.all([publish(id), publish(id), publish(id)])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })

  it('leads back to an earlier version', async () => {
    const target = await version()
    const id = await open()
    await put(id, 'options/sea.json', { title: 'Sea', options: [] })
    ;(await publish(id)).expect(200)
    const back = (await app.api.post(`/versions/${target}/restore`)).expect(201)
    ;(await publish(back.string('id'))).expect(200)
    const documents = (await app.api.get(`/versions/${await version()}/documents`)).expect(200)
    expect(documents.at('documents', 'options/sea.json')).toBe(null)
    expect((await app.api.get('/versions')).expect(200).at('versions', 0, 'n')).toBe(target + 2)
  })

  it('may index and require unique what a link names', async () => {
    const id = await open('berths')
    const link = {
      'x-field': 'link',
      'x-link': { module: 'ship', inverse: 'berths' },
      'x-indexed': true,
      'x-unique': true,
    }
    const words = { 'x-indexes': [['ship'], ['name', 'ship']] }
    ;(await put(id, 'modules/berth.json', ship({ ship: link }, { title: 'Berth', ...words }))).expect(200)
    ;(await publish(id)).expect(200)
    const pinta = (await app.api.post('/records/ship', { name: 'Pinta' })).expect(201).string('id')
    ;(await app.api.post('/records/berth', { name: 'A', ship: pinta })).expect(201)
    ;(await app.api.post('/records/berth', { name: 'B', ship: pinta })).expect(409)
  })
})

describe('documents that are clumsy or hostile', () => {
  const names = [
    'select',
    'user',
    'from',
    'x'.repeat(190),
    '"; drop table ship; --',
    '🚀',
    'ñandú',
    'a.b',
    'a b',
    '__count',
    'Name',
    'tWO',
    'two',
    '-minus',
    '$dollar',
  ]

  it('may call their fields anything', async () => {
    const id = await open('names')
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
    ;(await put(id, 'modules/oddity.json', { type: 'object', properties })).expect(200)
    ;(await publish(id)).expect(200)
    const data = Object.fromEntries(names.map((name) => [name, `value of ${name}`.slice(0, 60)]))
    const record = (await app.api.post('/records/oddity', data)).expect(201)
    for (const name of names) expect(record.body[name]).toBe(data[name])
    for (const name of names) {
      const found = (
        await app.api.get('/records/oddity', {
          query: { filter: { field: name, op: 'equals', value: data[name] ?? '' } },
        })
      ).expect(200)
      expect(found.at('records', 0, 'id')).toBe(record.body['id'])
    }
  })

  it.each([
    'modules/Ship.json',
    'modules/../ship.json',
    'ship.json',
    'modules/ship.txt',
    'modules/%00.json',
    `modules/${'a'.repeat(200)}.json`,
  ])('may not lie at %s', async (path) => {
    const answer = await put(await open(), encodeURI(path), ship({}))
    expect([404, 422]).toContain(answer.status)
  })

  it.each([
    ['a list', '[]'],
    ['a number', '12'],
    ['broken text', '{"a":'],
    ['two members of one name', '{"title":"a","title":"b"}'],
    ['too deep', `${'{"a":'.repeat(80)}1${'}'.repeat(80)}`],
  ])('may not be %s', async (_what, text) => {
    const answer = await app.api.call('PUT', `/changesets/${await open()}/documents/modules/ship.json`, { text })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it.each(['nonsense', '00000000-0000-7000-8000-000000000000'])(
    'are not put into a change set called %s',
    async (id) => {
      ;(await put(id, 'modules/ship.json', ship({}))).expect(404)
      ;(await app.api.get(`/changesets/${id}/plan`)).expect(404)
      ;(await publish(id)).expect(404)
    },
  )
})
