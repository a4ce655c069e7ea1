import type { JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let access: AccessDriver
/** `wide` sees every deal without its people, `narrow` her own ones with them. */
let both: Api
/** Reads and changes all, but knows nothing of `code`, `hush` and `maker`. */
let blind: Api
let firm = ''
let others = ''
let mine = ''
let person = ''

const deal = {
  type: 'object',
  title: 'Deal',
  'x-module': { plural: 'Deals', name: '{name}', owned: true },
  'x-unique': [
    ['name', 'code'],
    ['name', 'batch'],
  ],
  properties: {
    name: { type: 'string' },
    batch: { type: 'string' },
    code: { type: 'string', title: 'Zecret code', default: 'zzz' },
    hush: { type: 'string', title: 'Zecret hush', 'x-unique': true },
    maker: { title: 'Zecret maker', 'x-field': 'link', 'x-link': { module: 'maker', onDelete: 'restrict' } },
    firm: { 'x-field': 'link', 'x-link': { module: 'firm', inverse: 'deals', onDelete: 'restrict' } },
    people: { 'x-field': 'links', 'x-link': { module: 'person', inverse: 'inDeals' } },
  },
} satisfies JsonObject

const named = (title: string): JsonObject => ({
  type: 'object',
  title,
  'x-module': { plural: `${title}s`, name: '{name}' },
  properties: { name: { type: 'string' } },
})

const open: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  title: 'Open',
  additionalProperties: true,
  'ui:order': ['name', 'plotting'],
  patternProperties: { '^plotting': { maxLength: 20 } },
  definitions: { plotting: { title: 'Zecret shape', type: 'string', enum: ['Zecret a', 'Zecret b'] } },
  properties: { name: { type: 'string' }, plotting: { $ref: '#/definitions/plotting' } },
}

const hidden = { code: 'hidden', hush: 'hidden', maker: 'hidden' }

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/deal.json': deal,
      'modules/firm.json': named('Firm'),
      'modules/maker.json': named('Maker'),
      'modules/person.json': named('Person'),
      'modules/open.json': open,
      'roles/wide.json': {
        title: 'Wide',
        modules: { deal: { read: 'all', fields: { people: 'hidden' } }, person: { read: 'all' } },
      },
      'roles/narrow.json': {
        title: 'Narrow',
        modules: { deal: { read: 'own' }, firm: { read: 'all', delete: 'all' }, person: { read: 'all' } },
      },
      'roles/blind.json': {
        title: 'Blind',
        modules: {
          deal: { read: 'all', create: 'all', update: 'all', delete: 'all', restore: 'all', fields: hidden },
          open: { read: 'all', fields: { plotting: 'hidden' } },
        },
      },
      'telar.json': { name: 'hidden-names', version: '1.0.0', title: 'Hidden names' },
    },
  })
  access = accessDriver(app.api)
  both = await make('Both', 'wide', 'narrow')
  blind = await make('Blind', 'blind')
  firm = await add('firm', { name: 'Argo' })
  person = await add('person', { name: 'Zoe' })
  others = await add('deal', { name: 'Theirs', hush: 'quiet', firm })
  mine = await add('deal', { name: 'Mine', ownerId: await access.idOf('Both'), firm })
  for (const id of [others, mine]) (await app.api.post(`/records/deal/${id}/links/people`, { id: person })).expect(204)
})

afterAll(() => app.stop())

const make = async (name: string, ...roles: readonly string[]): Promise<Api> => {
  const api = await app.person(name, 'user')
  await access.giveRole(name, ...roles)
  return api
}

const add = async (module: string, body: JsonObject): Promise<string> =>
  (await app.api.post(`/records/${module}`, body)).expect(201).string('id')

describe('the history of the far end', () => {
  const history = async (by: Api, query: JsonObject = {}) =>
    (await by.get(`/records/person/${person}/history`, { query })).expect(200)

  it('tells links whose cell is granted, and no others', async () => {
    expect((await history(app.api)).each('entries', 'op')).toEqual(['link', 'link', 'create'])
    const seen = await history(both)
    expect(seen.each('entries', 'op')).toEqual(['link', 'create'])
    expect(seen.string('entries', 0, 'detail', 'record', 'id')).toBe(mine)
    expect(seen.text).not.toContain(others)
  })

  it('goes on behind what it leaves out', async () => {
    const first = await history(both, { limit: 2 })
    expect(first.each('entries', 'op')).toEqual(['link'])
    const rest = await history(both, { limit: 2, before: first.string('next') })
    expect([rest.each('entries', 'op'), rest.at('next')]).toEqual([['create'], null])
  })

  it('has no operation in common with a record whose link is hidden', async () => {
    const operations = (await history(both)).each('entries', 'operation')
    const far = (await both.get(`/records/deal/${others}/history`)).expect(200)
    expect(far.each('entries', 'op')).toEqual(['create'])
    expect(far.each('entries', 'operation').filter((one) => operations.includes(one))).toEqual([])
  })
})

describe('an upsert', () => {
  const upsert = (by: readonly string[], data: JsonObject) =>
    blind.post('/records/deal/batch', { mode: 'each', items: [{ op: 'upsert', by: [...by], data }] })

  it('lists no rules with hidden fields', async () => {
    const { text } = await upsert(['nothing'], { name: 'x' })
    expect(text).toContain('name + batch')
    expect(text).not.toMatch(/name \+ code|hush/)
  })

  it.each([{ hush: 'quiet' }, { hush: null }, {}])('by a hidden key answers like one by none: %j', async (data) => {
    const answer = await upsert(['hush'], { ...data, name: 'x' })
    const none = await upsert(['hash'], { name: 'x' })
    expect(answer.text).not.toContain('Zecret')
    expect(answer.text.replaceAll('hush', 'hash')).toBe(none.text)
  })
})

describe('a refusal', () => {
  it('of a restored duplicate names no hidden field', async () => {
    const id = (await blind.post('/records/deal', { name: 'Back' })).expect(201).string('id')
    ;(await blind.delete(`/records/deal/${id}`)).expect(204)
    ;(await blind.post('/records/deal', { name: 'Back' })).expect(201)
    const answer = (await blind.post(`/records/deal/${id}/restore`)).expect(409)
    expect(answer.text).not.toMatch(/Zecret|"\/code"/)
    expect(answer.each('issues', 'pointer')).toEqual(['/name'])
  })

  it('of a restored record without its target names no hidden link', async () => {
    const maker = await add('maker', { name: 'Ede' })
    const id = await add('deal', { name: 'Made', maker })
    for (const path of [`deal/${id}`, `maker/${maker}`]) (await app.api.delete(`/records/${path}`)).expect(204)
    const answer = (await blind.post(`/records/deal/${id}/restore`)).expect(422)
    expect(answer.text).not.toMatch(/Zecret|maker/)
    expect((await app.api.post(`/records/deal/${id}/restore`)).expect(422).text).toContain('Zecret maker')
  })

  it('to delete counts only what is seen', async () => {
    const narrow = await make('Narrow', 'narrow')
    const unseen = (await narrow.delete(`/records/firm/${firm}`)).expect(409)
    expect(unseen.each('issues', 'code')).toEqual(['STILL_LINKED_UNSEEN'])
    expect(unseen.text).not.toMatch(/"count"/)
    expect((await both.delete(`/records/firm/${firm}`)).expect(409).text).toContain('"count":2')
    await add('deal', { name: 'Hers', ownerId: await access.idOf('Narrow'), firm })
    expect((await narrow.delete(`/records/firm/${firm}`)).expect(409).text).toContain('"count":1')
  })
})

it('definitions and the author’s own words name nothing hidden', async () => {
  const model = (await blind.get('/model')).expect(200)
  const openapi = (await blind.get('/openapi.json')).expect(200).text
  const words = (text: string) => [...new Set(text.match(/Zecret \w+|.?plotting/g))]
  expect([words(JSON.stringify(model.at('modules', 'open', 'schema'))), words(openapi)]).toEqual([[], []])
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
