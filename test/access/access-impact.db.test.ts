import type { Json, JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessDriver } from '../drivers/access.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

const deal = {
  type: 'object',
  title: 'Deal',
  'x-module': { plural: 'Deals', name: '{name}', owned: true },
  properties: { name: { type: 'string' }, amount: { type: 'integer' }, stage: { type: 'string' } },
}

const seller = (read: Json, more: JsonObject = {}): JsonObject => ({
  title: 'Seller',
  modules: { deal: { read, update: 'own', fields: { '*': 'write', amount: 'read', ...more } } },
})

beforeAll(async () => {
  app = await startTestApp({ definition: { 'modules/deal.json': deal, 'roles/seller.json': seller('own') } })
  const access = accessDriver(app.api)
  for (const name of ['Lucía', 'Marta']) {
    await app.person(name, 'user')
    await access.giveRole(name, 'seller')
  }
  for (const [name, owner, stage] of [
    ['One', 'Lucía', 'open'],
    ['Two', 'Marta', 'open'],
    ['Three', 'Marta', 'won'],
  ] as const)
    (await app.api.post('/records/deal', { name, stage, ownerId: await access.idOf(owner) })).expect(201)
})

afterAll(() => app.stop())

const planWith = async (document: JsonObject) => {
  const id = (await app.api.post('/changesets', { title: 'rights' })).expect(201).string('id')
  ;(await app.api.put(`/changesets/${id}/documents/roles/seller.json`, document)).expect(200)
  return (await app.api.get(`/changesets/${id}/plan`)).expect(200).body['access']
}

it('says before publishing who would see what more, with examples', async () => {
  expect(await planWith(seller('all'))).toMatchObject([
    {
      people: [{ name: 'Lucía' }],
      module: 'deal',
      action: 'read',
      gained: { records: 2, examples: [{ label: 'Three' }, { label: 'Two' }] },
      lost: { records: 0 },
    },
    {
      people: [{ name: 'Marta' }],
      module: 'deal',
      action: 'read',
      gained: { records: 1, examples: [{ label: 'One' }] },
    },
  ])
})

it('says what would be lost, fields and whole scopes', async () => {
  expect(await planWith(seller('own', { amount: 'hidden' }))).toMatchObject([
    { people: [{ name: 'Lucía' }], action: 'read', gained: { fields: [] }, lost: { fields: ['amount'], records: 0 } },
    { people: [{ name: 'Marta' }], action: 'read', lost: { fields: ['amount'] } },
  ])
  expect(await planWith(seller({ where: { field: 'stage', op: 'equals', value: 'open' } }))).toMatchObject([
    { people: [{ name: 'Lucía' }], action: 'read', gained: { records: 1 }, lost: { records: 0 } },
    {
      people: [{ name: 'Marta' }],
      action: 'read',
      gained: { records: 1 },
      lost: { records: 1, examples: [{ label: 'Three' }] },
    },
    { people: [{ name: 'Marta' }], action: 'update', lost: { records: 1 } },
  ])
})

it('tells capabilities, and groups those for whom it is the same', async () => {
  expect(await planWith({ ...seller('own'), capabilities: ['publish'] })).toMatchObject([
    { people: [{ name: 'Lucía' }, { name: 'Marta' }], module: null, gained: { capabilities: ['publish'] } },
  ])
})

it('says nothing where no right changes', async () => {
  expect(await planWith({ ...seller('own'), description: 'Only words' })).toEqual([])
  expect(app.failures).toEqual([])
})
