import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { accountProperties, crudDefinition, named } from './crud-definition.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ definition: crudDefinition })
})

afterAll(() => app.stop())

const nobody = '0198c1e2-7a4b-7c3d-8e5f-0123456789ab'

const make = async (name: string, data: JsonObject): Promise<string> =>
  (await app.api.post(`/records/${name}`, data)).expect(201).string('id')

const history = async (name: string, id: string) =>
  (await app.api.get(`/records/${name}/${id}/history`)).each('entries', 'op')

it.each<[string | undefined, number, string | undefined]>([
  [undefined, 428, 'IF_MATCH_NEEDED'],
  ['"1"', 200, undefined],
  ['1', 200, undefined],
  ['*', 200, undefined],
  ['"2"', 409, 'VERSION_STALE'],
  ['"0"', 409, 'VERSION_STALE'],
  ['W/"1"', 400, 'BAD_PARAMETER'],
  ['"one"', 400, 'BAD_PARAMETER'],
  ['"-1"', 400, 'BAD_PARAMETER'],
  ['"99999999999"', 400, 'BAD_PARAMETER'],
  ['', 400, 'BAD_PARAMETER'],
])('takes If-Match %s with status %i', async (match, status, code) => {
  const id = await make('account', { name: 'a' })
  const headers = match === undefined ? {} : { 'if-match': match }
  const answer = await app.api.call('PATCH', `/records/account/${id}`, { text: '{"stage":"old"}', headers })
  expect([answer.status, status === 200 ? undefined : answer.at('code')]).toEqual([status, code])
})

it('writes only what changes, with a new version, and nothing when nothing changes', async () => {
  const id = await make('account', { name: 'a', size: 1, place: { city: 'Ávila', country: 'es' } })
  const changed = (await app.api.patch(`/records/account/${id}`, { size: 2, place: null }, { version: 1 })).expect(200)
  expect(changed.body).toMatchObject({ name: 'a', size: 2, place: null, version: 2 })
  expect(changed.headers.get('etag')).toBe('"2"')
  const same = (await app.api.patch(`/records/account/${id}`, { size: 2, name: ' a ' }, { version: 2 })).expect(200)
  expect(same.at('version')).toBe(2)
  expect((await app.api.patch(`/records/account/${id}`, {}, { version: 2 })).at('version')).toBe(2)
  expect(await history('account', id)).toEqual(['update', 'create'])
})

it('tells both values of a conflict, theirs as they are read', async () => {
  const [one, two] = [await make('account', { name: 'one' }), await make('account', { name: 'two' })]
  const id = await make('kept', { name: 'a', account: one })
  await app.api.patch(`/records/kept/${id}`, { account: two }, { version: 1 })
  const answer = await app.api.patch(`/records/kept/${id}`, { account: one, name: 'a' }, { version: 1 })
  expect([answer.status, answer.at('params', 'version'), answer.issues]).toEqual([409, 2, ['/account VALUE_CONFLICT']])
  expect(answer.at('issues', 0, 'params')).toEqual({ yours: one, theirs: { id: two, label: 'two' } })
})

it('does not let older faults block an unrelated change, nor new ones pass', async () => {
  const id = await make('account', { name: 'a', size: 5, lines: [{ item: await make('item', { name: 'i' }) }] })
  const item = (await app.api.get(`/records/account/${id}`)).string('lines', 0, 'item', 'id')
  await app.api.delete(`/records/item/${item}`)
  const tight = named(
    { ...accountProperties, size: { type: 'integer', maximum: 3 } },
    { 'x-unique': [['name', 'size']] },
  )
  await app.publish({ 'modules/account.json': tight })
  expect((await app.api.patch(`/records/account/${id}`, { stage: 'old' })).status).toBe(200)
  expect((await app.api.patch(`/records/account/${id}`, { lines: [{ item, count: 1 }] })).status).toBe(200)
  expect((await app.api.patch(`/records/account/${id}`, { size: 4 })).issues).toEqual(['/size maximum'])
  expect((await app.api.patch(`/records/account/${id}`, { name: null })).issues).toEqual(['/name required'])
  await app.publish({ 'modules/account.json': crudDefinition['modules/account.json'] })
})

it('keeps the worth of money at the rate of its own write', async () => {
  const id = await make('account', { name: 'usd', worth: { amount: '10', currency: 'USD' } })
  await app.publish({ 'telar.json': { ...crudDefinition['telar.json'], currencies: { USD: '2.00' } } })
  const dearer = { filter: { field: 'worth', op: 'greaterThan', value: '15' } as Json }
  await app.api.patch(`/records/account/${id}`, { stage: 'old' })
  expect((await app.api.get('/records/account', { query: dearer })).list('records')).toHaveLength(0)
  await app.api.patch(`/records/account/${id}`, { worth: { amount: '10.01', currency: 'USD' } })
  expect((await app.api.get('/records/account', { query: dearer })).list('records')).toHaveLength(1)
})

it.each(['', 'x', nobody, '%00', '1', "'; drop table x", `${nobody}x`])('knows no record %j', async (id) => {
  expect((await app.api.patch(`/records/account/${encodeURIComponent(id)}`, { size: 1 })).status).toBe(404)
  expect((await app.api.get(`/records/account/${encodeURIComponent(id)}/history`)).status).toBe(404)
})

it('tells exact amounts of the past as they are read', async () => {
  const id = await make('account', { name: 'rich', worth: { amount: '12.50', currency: 'EUR' }, budget: '7.00' })
  await app.api.patch(`/records/account/${id}`, { worth: { amount: '15', currency: 'EUR' } })
  const told = await app.api.get(`/records/account/${id}/history`)
  expect(told.at('entries', 0, 'changes')).toMatchObject([
    { field: 'worth', before: { amount: '12.50', currency: 'EUR' }, after: { amount: '15.00', currency: 'EUR' } },
  ])
  expect(told.at('entries', 1, 'changes')).toContainEqual({ field: 'budget', before: null, after: '7.00' })
})

it('lets writers of one record stand in line, each with a version of its own', async () => {
  const id = await make('account', { name: 'busy' })
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, size) => app.api.patch(`/records/account/${id}`, { size: size + 1 })),
  )
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 40 }, () => 200))
  expect(new Set(answers.map((answer) => answer.at('version'))).size).toBe(40)
  expect(await history('account', id)).toHaveLength(41)
})

it('lets one of several writers through who saw the same version, and tells the others theirs', async () => {
  const id = await make('account', { name: 'race' })
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, size) => app.api.patch(`/records/account/${id}`, { size }, { version: 1 })),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  const refused = answers.filter((answer) => answer.status === 409)
  expect(refused.map((answer) => answer.issues)).toEqual(refused.map(() => ['/size VALUE_CONFLICT']))
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
