import type { JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { crudDefinition } from './crud-definition.ts'

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

it('fills defaults, numbers, owner and system fields, and answers what a read gives', async () => {
  const made = (await app.api.post('/records/account', { name: ' Acme ', worth: 5 })).expect(201)
  const me = (await app.api.get('/model')).at('me', 'id')
  expect(made.body).toMatchObject({
    name: 'Acme',
    stage: 'new',
    version: 1,
    size: null,
    worth: { amount: '5.00', currency: 'EUR' },
    ownerId: me,
    createdBy: me,
  })
  expect(made.at('number')).toMatch(/^A-\d{3}$/)
  expect(made.at('createdAt')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/)
  expect(made.headers.get('etag')).toBe('"1"')
  expect((await app.api.get(`/records/account/${made.string('id')}`)).body).toEqual(made.body)
  expect(await history('account', made.string('id'))).toEqual(['create'])
})

it('uses no number up for a record that is refused', async () => {
  const first = (await app.api.post('/records/account', { name: 'n1', code: 'same' })).expect(201).string('number')
  expect((await app.api.post('/records/account', { name: 'n2', code: 'same' })).status).toBe(409)
  const second = (await app.api.post('/records/account', { name: 'n2' })).expect(201).string('number')
  expect(Number(second.slice(2))).toBe(Number(first.slice(2)) + 1)
})

it.each<[string, JsonObject, number, string]>([
  ['a missing required value', {}, 422, '/name required'],
  ['an empty required value', { name: '  ' }, 422, '/name required'],
  ['a text that is too long', { name: 'x'.repeat(41) }, 422, '/name maxLength'],
  ['a number below the minimum', { name: 'a', size: -1 }, 422, '/size minimum'],
  ['no option', { name: 'a', stage: 'odd' }, 422, '/stage enum'],
  ['an unknown currency', { name: 'a', worth: { amount: '1', currency: 'XTS' } }, 422, '/worth/currency currency'],
  ['a person who is not there', { name: 'a', manager: nobody }, 422, '/manager LINK_MISSING'],
  ['an owner who is not there', { name: 'a', ownerId: nobody }, 422, '/ownerId LINK_MISSING'],
  ['an owner that is no id', { name: 'a', ownerId: 'me' }, 422, '/ownerId format'],
  ['an owner that is no text', { name: 'a', ownerId: 7 }, 422, '/ownerId format'],
  ['a team, while there are none', { name: 'a', teamId: nobody }, 422, '/teamId LINK_MISSING'],
  ['a nested record that is not there', { name: 'a', lines: [{ item: nobody }] }, 422, '/lines/0/item LINK_MISSING'],
  ['a value that a condition asks for', { name: 'a', budget: '100.01' }, 422, '/reason required'],
  ['a value given by Telar', { name: 'a', number: 'A-1' }, 422, '/number COMPUTED_FIELD'],
  ['a system value', { name: 'a', createdAt: '2020-01-01T00:00:00Z' }, 422, '/createdAt SYSTEM_FIELD'],
])('refuses %s', async (...given) => {
  const [, data, status, issue] = given
  const before = (await app.api.get('/records/account?count=exact')).at('count', 'value')
  const answer = await app.api.post('/records/account', data)
  expect([answer.status, answer.issues]).toEqual([status, [issue]])
  expect((await app.api.get('/records/account?count=exact')).at('count', 'value')).toBe(before)
})

it('asks conditions only of values that are right, and tells every problem at once', async () => {
  const answer = await app.api.post('/records/account', {
    size: 'many',
    budget: 'lots',
    lines: [{ count: 1.5 }],
    zzz: 1,
  })
  expect(answer.issues.toSorted()).toEqual([
    '/budget decimal',
    '/lines/0/count type',
    '/name required',
    '/size type',
    '/zzz FIELD_UNKNOWN_IN_RECORD',
  ])
})

it('answers in the language of the reader', async () => {
  const answer = await app.api.post(
    '/records/account',
    { name: 'a', createdAt: 1 },
    { headers: { 'accept-language': 'es-ES' } },
  )
  expect(answer.at('detail')).toBe('Algunos valores necesitan revisión.')
  expect(answer.at('issues', 0, 'message')).toBe('«createdAt» lo mantiene Telar y no se puede escribir')
})

it('names the fields of a unique rule that another record already fulfils', async () => {
  await make('account', { name: 'twin', size: 3 })
  const answer = await app.api.post('/records/account', { name: 'twin', size: 3 })
  expect([answer.status, answer.at('code'), answer.issues]).toEqual([
    409,
    'DUPLICATE',
    ['/name DUPLICATE_VALUE', '/size DUPLICATE_VALUE'],
  ])
  expect((await app.api.post('/records/account', { name: 'twin' })).status).toBe(201)
})

it('says which links lead nowhere', async () => {
  const answer = await app.api.post('/records/kept', { name: 'k', account: nobody })
  expect([answer.status, answer.issues]).toEqual([422, ['/account LINK_MISSING']])
})

it('gives a module without owners none, and writes fields of any name', async () => {
  const made = (await app.api.post('/records/plain', { name: 'p', 'a/b~c': 'x' })).expect(201)
  expect(made.body).toMatchObject({ 'a/b~c': 'x' })
  expect('ownerId' in made.body).toBe(false)
  expect((await app.api.post('/records/plain', { name: 'p', ownerId: nobody })).issues).toEqual([
    '/ownerId FIELD_UNKNOWN_IN_RECORD',
  ])
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
