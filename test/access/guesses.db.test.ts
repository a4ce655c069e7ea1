import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import type { Answer, Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let access: AccessDriver
/** `wide` sees every deal without its amount, `narrow` her own ones with it. */
let both: Api
/** Reads and changes all, but knows nothing of `code`. */
let blind: Api
let firm = ''
let others = ''
let person = ''
let stranger = ''

const deal = {
  type: 'object',
  title: 'Deal',
  'x-module': { plural: 'Deals', name: '{name}', owned: true },
  'x-unique': [['name', 'code']],
  properties: {
    name: { type: 'string' },
    amount: { type: 'integer' },
    stage: { enum: ['open', 'won'] },
    code: { type: 'string', title: 'Zecret code', default: 'zzz' },
    hush: { type: 'string', title: 'Zecret hush', 'x-unique': true },
    firm: { 'x-field': 'link', 'x-link': { module: 'firm', inverse: 'deals', onDelete: 'restrict' } },
    agent: { 'x-field': 'link', 'x-link': { module: 'person', inverse: 'agentOf', onDelete: 'clear' } },
    people: { 'x-field': 'links', 'x-link': { module: 'person', inverse: 'inDeals' } },
  },
  dependentRequired: { stage: ['code'] },
} satisfies JsonObject

const named = (title: string): JsonObject => ({
  type: 'object',
  title,
  'x-module': { plural: `${title}s`, name: '{name}' },
  properties: { name: { type: 'string' } },
})

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/deal.json': deal,
      'modules/firm.json': {
        ...named('Firm'),
        properties: { name: { type: 'string' }, rating: { type: 'string', title: 'Zecret rating' } },
      },
      'modules/note.json': {
        ...named('Note'),
        properties: {
          name: { type: 'string' },
          firm: { 'x-field': 'link', 'x-link': { module: 'firm', inverse: 'notes', onDelete: 'clear' } },
        },
      },
      'roles/looker.json': { title: 'Looker', modules: {}, capabilities: ['impersonate'] },
      'modules/person.json': named('Person'),
      'modules/plot.json': {
        ...named('Zecret plot'),
        'x-module': { plural: 'Zecret plots', name: '{name}', owned: true },
      },
      'modules/open.json': {
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        title: 'Open',
        additionalProperties: true,
        'ui:order': ['name', 'plotting'],
        patternProperties: { '^plotting': { maxLength: 20 } },
        definitions: { plotting: { title: 'Zecret shape', type: 'string', enum: ['Zecret a', 'Zecret b'] } },
        properties: { name: { type: 'string' }, plotting: { $ref: '#/definitions/plotting' } },
      },
      'roles/wide.json': {
        title: 'Wide',
        modules: {
          deal: {
            read: 'all',
            update: 'all',
            fields: {
              '*': 'write',
              amount: 'hidden',
              people: 'hidden',
              agent: 'hidden',
              code: 'hidden',
              hush: 'hidden',
            },
          },
          firm: { read: 'all', update: 'all', delete: 'all', link: 'all', fields: { rating: 'hidden' } },
          note: { read: 'all' },
          person: { read: 'all' },
        },
      },
      'roles/narrow.json': {
        title: 'Narrow',
        modules: {
          deal: {
            read: 'own',
            create: 'own',
            update: 'own',
            delete: 'own',
            fields: { '*': 'write', code: 'hidden', hush: 'hidden' },
          },
          firm: { read: 'all', delete: 'all', link: 'all', fields: { rating: 'hidden' } },
          person: { read: 'all', link: 'all' },
        },
      },
      'roles/blind.json': {
        title: 'Blind',
        modules: {
          deal: {
            read: 'all',
            create: 'all',
            update: 'all',
            delete: 'all',
            restore: 'all',
            fields: { code: 'hidden', hush: 'hidden' },
          },
          open: {
            read: 'all',
            create: 'all',
            update: 'all',
            fields: { '*': 'read', name: 'write', plotting: 'hidden' },
          },
        },
      },
      'roles/reader.json': { title: 'Reader', modules: { deal: { read: 'all' }, plot: { read: 'all' } } },
      'roles/own.json': { title: 'Own', modules: { deal: { read: 'own', update: 'own', delete: 'own' } } },
      'roles/people.json': {
        title: 'People',
        modules: {
          deal: { read: 'own' },
          firm: { read: { where: { field: 'name', op: 'equals', value: { user: 'region' } } } },
        },
        capabilities: ['manageUsers'],
      },
      'roles/designer.json': {
        title: 'Designer',
        modules: { deal: { read: 'all', fields: { amount: 'hidden' } } },
        capabilities: ['design', 'publish'],
      },
      'roles/drafter.json': { title: 'Drafter', modules: {}, capabilities: ['design'] },
      'roles/roles.json': { title: 'Roles', modules: {}, capabilities: ['manageRoles'] },
      'telar.json': {
        name: 'review',
        version: '1.0.0',
        title: 'Review',
        userAttributes: { region: { title: 'Region' } },
      },
    },
  })
  access = accessDriver(app.api)
  const make = async (name: string, ...roles: readonly string[]) => {
    const api = await app.person(name, 'user')
    await access.giveRole(name, ...roles)
    return api
  }
  both = await make('Both', 'wide', 'narrow')
  blind = await make('Blind', 'blind')
  const add = async (module: string, body: JsonObject, by = app.api) =>
    (await by.post(`/records/${module}`, body)).expect(201).string('id')
  firm = await add('firm', { name: 'Argo' })
  person = await add('person', { name: 'Zoe' })
  stranger = await add('person', { name: 'Yan' })
  others = await add('deal', { name: 'Theirs', amount: 7, code: 'c-1', hush: 'quiet', firm, agent: person })
  await add('deal', { name: 'Mine', amount: 1, ownerId: await access.idOf('Both'), firm })
  ;(await app.api.post(`/records/deal/${others}/links/people`, { id: person })).expect(204)
})

afterAll(() => app.stop())

const told = ({ status, body }: Answer): Json => [status, { ...body, type: null }]

describe('values behind a masked cell', () => {
  it('guessing a masked value by writing it tells nothing', async () => {
    const seen = (await both.get(`/records/deal/${others}`)).expect(200)
    expect(seen.body['amount'] ?? null).toBe(null)
    const wrong = await both.patch(`/records/deal/${others}`, { amount: 8 })
    const right = await both.patch(`/records/deal/${others}`, { amount: 7 })
    expect([wrong.status, right.status]).toEqual([403, 403])
  })

  it('guessing a masked value against an old version tells nothing', async () => {
    const wrong = await both.patch(`/records/deal/${others}`, { amount: 8 }, { version: 999 })
    const right = await both.patch(`/records/deal/${others}`, { amount: 7 }, { version: 999 })
    expect(told(right)).toEqual(told(wrong))
  })

  it('guessing a masked link by undoing it tells nothing', async () => {
    expect((await both.get(`/records/person/${person}/links/agentOf`)).expect(200).list('records')).toEqual([])
    const right = await both.delete(`/records/person/${person}/links/agentOf`, { query: { id: others } })
    const wrong = await both.delete(`/records/person/${stranger}/links/agentOf`, { query: { id: others } })
    expect(right.status).toBe(wrong.status)
  })
})

describe('names of hidden fields', () => {
  it('a duplicate names no hidden field of its rule', async () => {
    ;(await blind.post('/records/deal', { name: 'Twice' })).expect(201)
    const answer = (await blind.post('/records/deal', { name: 'Twice' })).expect(409)
    expect(answer.text).not.toMatch(/Zecret|"\/code"/)
  })

  it('a condition of the schema names no hidden field', async () => {
    const id = (await blind.post('/records/deal', { name: 'Conditional' })).expect(201).string('id')
    ;(await app.api.patch(`/records/deal/${id}`, { code: null })).expect(200)
    const answer = await blind.patch(`/records/deal/${id}`, { stage: 'open' })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toMatch(/Zecret|\/code|"code":"code"/)
  })

  it('model and OpenAPI name nothing hidden', async () => {
    const model = (await blind.get('/model')).expect(200)
    expect(JSON.stringify(model.at('modules', 'deal'))).not.toMatch(/Zecret|hush|"code"/)
    expect((await blind.get('/openapi.json')).expect(200).text).not.toMatch(/Zecret (code|hush)|"hush"/)
  })
})

describe('what is out of sight', () => {
  it('somebody without a role learns of nobody', async () => {
    const nobody = await app.person('Nobody', 'user')
    expect((await nobody.get('/model')).expect(200).each('members', 'name')).toEqual(['Nobody'])
  })
})

describe('writing without the right', () => {
  it('members that a foreign schema allows need the right on other fields', async () => {
    const made = await blind.post('/records/open', { name: 'x', smuggled: 1 })
    const plain = (await app.api.post('/records/open', { name: 'y', kept: 'as it was' })).expect(201).string('id')
    const changed = await blind.patch(`/records/open/${plain}`, { kept: 'changed' })
    expect([made.status, changed.status]).toEqual([403, 403])
  })
})

describe('keys', () => {
  it('a key with few roles opens nothing of the account', async () => {
    const made = (await both.post('/api/auth/api-key/create', { name: 'few', roles: [] })).expect(201)
    const key = made.string('key')
    for (const headers of [
      { authorization: `Bearer ${key}` },
      { 'x-api-key': key },
      { cookie: `x=${key}`, 'x-api-key': key },
    ]) {
      expect((await app.anonymous.get('/api/auth/api-key/list', { headers })).status).toBe(401)
      expect((await app.anonymous.post('/api/auth/api-key/create', { name: 'all' }, { headers })).status).toBe(401)
      const session = await app.anonymous.get('/api/auth/get-session', { headers })
      expect(session.text).toBe('null')
    }
    expect(
      (await app.anonymous.get(`/records/deal/${others}`, { headers: { authorization: `Bearer ${key}` } })).status,
    ).toBe(403)
  })
})
