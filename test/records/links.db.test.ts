import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

const named = (properties: JsonObject): JsonObject => ({
  type: 'object',
  'x-module': { plural: 'Things', name: '{name}' },
  required: ['name'],
  properties: { name: { type: 'string', title: 'Name' }, ...properties },
})

const links = (module: string, inverse: string, attributes?: JsonObject): JsonObject => ({
  'x-field': 'links',
  'x-link': { module, inverse },
  ...(attributes === undefined ? {} : { 'x-attributes': attributes }),
})

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/campaign.json': named({
        budget: { type: 'integer' },
        contacts: links('contact', 'campaigns', {
          required: ['role'],
          properties: {
            role: { enum: ['speaker', 'guest'] },
            fee: { 'x-field': 'money' },
            host: { 'x-field': 'user' },
            via: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'vias' } },
          },
        }),
        sponsors: links('account', 'sponsored'),
        partners: links('account', 'partnered'),
      }),
      'modules/contact.json': named({
        account: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'contacts', onDelete: 'clear' } },
        company: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'people', onDelete: 'clear' } },
        friends: links('contact', 'friendOf'),
        age: { type: 'integer' },
      }),
      'modules/account.json': named({ link: { type: 'string' } }),
      'modules/pass.json': {
        ...named({ holder: { 'x-field': 'link', 'x-link': { module: 'contact', inverse: 'passes' } } }),
        required: ['holder'],
      },
    },
  })
})

afterAll(() => app.stop())

const make = async (module: string, data: JsonObject): Promise<string> =>
  (await app.api.post(`/records/${module}`, data)).expect(201).string('id')

const join = (address: string, id: string, attributes?: JsonObject): Promise<Answer> =>
  app.api.post(`/records/${address}`, { id, ...(attributes === undefined ? {} : { attributes }) })

const part = (address: string, id: string): Promise<Answer> => app.api.delete(`/records/${address}`, { body: { id } })

const names = async (address: string, query: Readonly<Record<string, Json>> = {}): Promise<readonly Json[]> => {
  const answer = await app.api.get(`/records/${address}`, { query: { sort: 'name', ...query } })
  return answer.expect(200).each('records', 'name')
}

it('joins records of a many-to-many link from either side, and shows them from both', async () => {
  const [spring, autumn] = [await make('campaign', { name: 'Spring' }), await make('campaign', { name: 'Autumn' })]
  const [ana, leo] = [await make('contact', { name: 'Ana' }), await make('contact', { name: 'Leo' })]
  expect((await join(`campaign/${spring}/links/contacts`, ana, { role: 'speaker' })).status).toBe(204)
  expect((await join(`contact/${leo}/links/campaigns`, spring, { role: 'guest' })).status).toBe(204)
  expect((await join(`contact/${leo}/links/campaigns`, autumn, { role: 'guest' })).status).toBe(204)
  expect(await names(`campaign/${spring}/links/contacts`)).toEqual(['Ana', 'Leo'])
  expect(await names(`campaign/${autumn}/links/contacts`)).toEqual(['Leo'])
  expect(await names(`contact/${leo}/links/campaigns`)).toEqual(['Autumn', 'Spring'])
  expect(await names(`contact/${ana}/links/campaigns`)).toEqual(['Spring'])
  expect((await part(`contact/${leo}/links/campaigns`, spring)).status).toBe(204)
  expect(await names(`campaign/${spring}/links/contacts`)).toEqual(['Ana'])
  expect((await part(`contact/${leo}/links/campaigns`, spring)).status).toBe(404)
})

it('keeps the attributes of a link beside its record, read like fields, and replaces them when joined again', async () => {
  const [fair, ana] = [await make('campaign', { name: 'Fair' }), await make('contact', { name: 'Ana' })]
  const acme = await make('account', { name: 'Acme' })
  const me = (await app.api.get('/model')).string('me', 'id')
  const address = `campaign/${fair}/links/contacts`
  await join(address, ana, { role: 'speaker', fee: '12.5', host: me, via: acme })
  const list = (await app.api.get(`/records/${address}`)).expect(200)
  expect(list.at('attributes', ana)).toEqual({
    role: 'speaker',
    fee: { amount: '12.50', currency: 'EUR' },
    host: { id: me, label: 'ada' },
    via: { id: acme, label: 'Acme' },
  })
  await join(address, ana, { role: 'guest' })
  expect((await app.api.get(`/records/contact/${ana}/links/campaigns`)).at('attributes', fair)).toEqual({
    role: 'guest',
  })
})

it.each<[string, JsonObject, string]>([
  ['a value that is no option', { role: 'king' }, '/attributes/role enum'],
  ['a missing required one', { fee: 1 }, '/attributes/role required'],
  ['an unknown one', { role: 'guest', rule: 1 }, '/attributes/rule additionalProperties'],
  ['money that is none', { role: 'guest', fee: { amount: 'much', currency: 'EUR' } }, '/attributes/fee/amount decimal'],
  ['money of the wrong shape', { role: 'guest', fee: 'much' }, '/attributes/fee type'],
  [
    'a person who is not there',
    { role: 'guest', host: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab' },
    '/attributes/host LINK_MISSING',
  ],
  [
    'a record that is not there',
    { role: 'guest', via: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab' },
    '/attributes/via LINK_MISSING',
  ],
])('refuses attributes: %s', async (_, attributes, issue) => {
  const [fair, ana] = [await make('campaign', { name: 'Fair' }), await make('contact', { name: 'Ana' })]
  const answer = await join(`campaign/${fair}/links/contacts`, ana, attributes)
  expect([answer.status, answer.issues[0]]).toEqual([422, issue])
  expect(await names(`campaign/${fair}/links/contacts`)).toEqual([])
})

it('keeps several links between the same two modules apart', async () => {
  const [fair, acme] = [await make('campaign', { name: 'Fair' }), await make('account', { name: 'Acme', link: 'x' })]
  await join(`campaign/${fair}/links/sponsors`, acme)
  expect(await names(`campaign/${fair}/links/sponsors`)).toEqual(['Acme'])
  expect(await names(`campaign/${fair}/links/partners`)).toEqual([])
  expect(await names(`account/${acme}/links/sponsored`)).toEqual(['Fair'])
  expect(await names(`account/${acme}/links/partnered`)).toEqual([])
  const ana = await make('contact', { name: 'Ana', account: acme })
  expect(await names(`account/${acme}/links/contacts`)).toEqual(['Ana'])
  expect(await names(`account/${acme}/links/people`)).toEqual([])
  await join(`account/${acme}/links/people`, ana)
  expect(await names(`account/${acme}/links/people`)).toEqual(['Ana'])
})

it('tells the two directions of a link to the own module apart', async () => {
  const [ana, leo] = [await make('contact', { name: 'Ana' }), await make('contact', { name: 'Leo' })]
  await join(`contact/${ana}/links/friends`, leo)
  expect(await names(`contact/${ana}/links/friends`)).toEqual(['Leo'])
  expect(await names(`contact/${ana}/links/friendOf`)).toEqual([])
  expect(await names(`contact/${leo}/links/friendOf`)).toEqual(['Ana'])
  await join(`contact/${leo}/links/friends`, leo)
  expect(await names(`contact/${leo}/links/friends`)).toEqual(['Leo'])
  const history = await app.api.get(`/records/contact/${leo}/history`)
  expect([0, 1, 2].map((index) => history.at('entries', index, 'detail', 'link'))).toEqual([
    'friendOf',
    'friends',
    'friendOf',
  ])
})

it('links through a list of records that point here by changing those records', async () => {
  const [acme, other] = [await make('account', { name: 'Acme' }), await make('account', { name: 'Other' })]
  const ana = await make('contact', { name: 'Ana' })
  await join(`account/${acme}/links/contacts`, ana)
  expect((await app.api.get(`/records/contact/${ana}`)).at('account')).toEqual({ id: acme, label: 'Acme' })
  // Not linked with the other one, so there is nothing to part.
  expect((await part(`account/${other}/links/contacts`, ana)).status).toBe(404)
  expect((await app.api.get(`/records/contact/${ana}`)).at('account', 'id')).toBe(acme)
  expect((await part(`account/${acme}/links/contacts`, ana)).status).toBe(204)
  expect((await app.api.get(`/records/contact/${ana}`)).at('account')).toBeNull()
  expect((await join(`account/${acme}/links/contacts`, ana, { role: 'guest' })).issues).toEqual([
    '/attributes LINK_WITHOUT_ATTRIBUTES',
  ])
  const pass = await make('pass', { name: 'Gold', holder: ana })
  expect((await part(`contact/${ana}/links/passes`, pass)).issues).toEqual(['/holder required'])
})

it('pages, sorts, filters, counts and projects linked records like any list', async () => {
  const fair = await make('campaign', { name: 'Fair' })
  for (let age = 0; age < 7; age += 1)
    await join(`contact/${await make('contact', { name: `c${age}`, age })}/links/campaigns`, fair, { role: 'guest' })
  await make('contact', { name: 'c9', age: 9 })
  const address = `/records/campaign/${fair}/links/contacts`
  const query = {
    sort: '-age',
    limit: 3,
    count: 'exact',
    fields: 'name',
    filter: { field: 'age', op: 'greaterThan', value: 0 },
  }
  const seen: Json[] = []
  let next: Json = null
  do {
    const page: Answer = (
      await app.api.get(address, { query: { ...query, ...(next === null ? {} : { cursor: next }) } })
    ).expect(200)
    expect(page.at('count')).toEqual({ value: 6, exact: true })
    expect(Object.keys(page.at('attributes') ?? {}).toSorted()).toEqual(
      page.each('records', 'id').map(String).toSorted(),
    )
    seen.push(...page.each('records', 'name'))
    next = page.at('next')
  } while (next !== null)
  expect(seen).toEqual(['c6', 'c5', 'c4', 'c3', 'c2', 'c1'])
})

it('binds a cursor to the record and link it was made for', async () => {
  const [fair, other] = [await make('campaign', { name: 'Fair' }), await make('campaign', { name: 'Other' })]
  for (const name of ['a', 'b'])
    await join(`contact/${await make('contact', { name })}/links/campaigns`, fair, { role: 'guest' })
  const cursor = (await app.api.get(`/records/campaign/${fair}/links/contacts`, { query: { limit: 1 } })).string('next')
  expect((await app.api.get(`/records/campaign/${other}/links/contacts`, { query: { limit: 1, cursor } })).status).toBe(
    400,
  )
})

it('hides deleted records at either end and shows them again when they are restored', async () => {
  const [fair, ana] = [await make('campaign', { name: 'Fair' }), await make('contact', { name: 'Ana' })]
  await join(`campaign/${fair}/links/contacts`, ana, { role: 'guest' })
  await app.api.delete(`/records/contact/${ana}`)
  expect(await names(`campaign/${fair}/links/contacts`)).toEqual([])
  expect((await join(`campaign/${fair}/links/contacts`, ana, { role: 'guest' })).issues).toEqual(['/id LINK_MISSING'])
  expect((await join(`contact/${ana}/links/campaigns`, fair, { role: 'guest' })).status).toBe(404)
  await app.api.post(`/records/contact/${ana}/restore`)
  expect(await names(`campaign/${fair}/links/contacts`)).toEqual(['Ana'])
})

it('tells a link at both ends with the label of the other record, without a new version', async () => {
  const [fair, ana] = [await make('campaign', { name: 'Fair' }), await make('contact', { name: 'Ana' })]
  await join(`campaign/${fair}/links/contacts`, ana, { role: 'guest', fee: 5 })
  await join(`campaign/${fair}/links/contacts`, ana, { role: 'guest', fee: 5 })
  await part(`contact/${ana}/links/campaigns`, fair)
  const told = async (module: string, id: string) => {
    const history = await app.api.get(`/records/${module}/${id}/history`)
    return [0, 1, 2, 3].map((index) => [
      history.at('entries', index, 'op'),
      history.at('entries', index, 'version'),
      history.at('entries', index, 'detail'),
    ])
  }
  const attributes = { role: 'guest', fee: { amount: '5.00', currency: 'EUR' } }
  const toAna = { link: 'contacts', module: 'contact', record: { id: ana, label: 'Ana' } }
  const toFair = { link: 'campaigns', module: 'campaign', record: { id: fair, label: 'Fair' } }
  expect(await told('campaign', fair)).toEqual([
    ['unlink', 0, { ...toAna, attributes: {} }],
    ['link', 0, { ...toAna, attributes }],
    ['create', 1, null],
    [null, null, null],
  ])
  expect(await told('contact', ana)).toEqual([
    ['unlink', 0, { ...toFair, attributes: {} }],
    ['link', 0, { ...toFair, attributes }],
    ['create', 1, null],
    [null, null, null],
  ])
  expect((await app.api.get(`/records/contact/${ana}`)).at('version')).toBe(1)
})

it.each<[string, string, Json | undefined, number]>([
  ['POST', 'links/nonsense', { id: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab' }, 404],
  ['GET', 'links/name', undefined, 404],
  ['GET', 'links/contacts?limit=0', undefined, 400],
  ['GET', 'links/contacts?filter=[]', undefined, 422],
  ['GET', 'links/contacts?sort=nobody', undefined, 422],
  ['GET', 'links/contacts?fields=nobody', undefined, 422],
  ['GET', 'links/contacts?page=2', undefined, 400],
  ['POST', 'links/contacts', { id: 'ana' }, 422],
  ['POST', 'links/contacts', { id: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab' }, 422],
  ['POST', 'links/contacts', {}, 400],
  ['POST', 'links/contacts', { id: 7 }, 400],
  ['POST', 'links/contacts', { id: null, attributes: [] }, 400],
  ['POST', 'links/contacts', [], 400],
  ['POST', 'links/contacts', 'x', 400],
  ['POST', 'links/contacts', { id: 'x', attributes: 7 }, 400],
  ['POST', 'links/contacts', { id: 'x', attribute: {} }, 400],
  ['DELETE', 'links/contacts', {}, 400],
  ['DELETE', 'links/contacts', undefined, 400],
  ['DELETE', 'links/contacts?id=%00', undefined, 422],
  ['DELETE', 'links/contacts', { id: '0198c1e2-7a4b-7c3d-8e5f-0123456789ab' }, 422],
])('answers nonsense with what is wrong: %s %s %j', async (...given) => {
  const [method, address, body, status] = given
  const fair = await make('campaign', { name: 'Fair' })
  const answer = await app.api.call(
    method,
    `/records/campaign/${fair}/${address}`,
    body === undefined ? {} : { text: JSON.stringify(body) },
  )
  expect([answer.status, typeof answer.at('code')]).toEqual([status, 'string'])
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
