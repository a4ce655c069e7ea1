import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let seller: Api
let mine = ''
let others = ''
let unseen = ''

const deal = {
  type: 'object',
  title: 'Deal',
  'x-module': { plural: 'Deals', name: '{name}', owned: true },
  properties: { name: { type: 'string' }, amount: { type: 'integer' }, margin: { type: 'integer' } },
}

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/deal.json': deal,
      'roles/seller.json': {
        title: 'Seller',
        modules: {
          deal: { read: 'team', update: 'own', share: 'own', fields: { amount: 'read', margin: 'hidden' } },
        },
      },
    },
  })
  const access = accessDriver(app.api)
  seller = await app.person('Marta', 'user')
  await app.person('Javier', 'user')
  const north = await access.makeTeam('North')
  await access.giveRole('Marta', 'seller')
  await access.putInTeam('Marta', north)
  const make = async (owner: string, team: string | null) =>
    (
      await app.api.post('/records/deal', {
        name: 'Racks',
        amount: 5,
        ownerId: await access.idOf(owner),
        teamId: team,
      })
    )
      .expect(201)
      .string('id')
  mine = await make('Marta', north)
  others = await make('Javier', north)
  unseen = await make('Javier', null)
})

afterAll(() => app.stop())

const rightsOn = async (api: Api, record: string) =>
  (await api.get('/access/rights', { query: { module: 'deal', record } })).expect(200).body

it('says what may be done with one record, and which fields may not be written', async () => {
  const own = await rightsOn(seller, mine)
  expect(own['rights']).toMatchObject({ read: true, update: true, share: true, delete: false })
  expect(own['locked']).toContain('amount')
  expect(own['locked']).not.toContain('name')
  const other = await rightsOn(seller, others)
  expect(other['rights']).toMatchObject({ read: true, update: false, share: false })
  expect(other['locked']).toContain('name')
})

it('names no field that the caller may not know of', async () => {
  expect((await rightsOn(seller, mine))['locked']).not.toContain('margin')
})

it('locks nothing for whoever may do everything', async () => {
  expect(await rightsOn(app.api, unseen)).toMatchObject({ rights: { update: true, delete: true }, locked: [] })
})

it('answers a record out of sight like one that is not there', async () => {
  for (const record of [unseen, '01a2009a-e430-7779-a506-f354390b6ac3', 'nonsense'])
    (await seller.get('/access/rights', { query: { module: 'deal', record } })).expect(404)
  ;(await seller.get('/access/rights', { query: { module: 'nothing', record: mine } })).expect(404)
  ;(await seller.get('/access/rights')).expect(404)
})

it('gives a role as it is written to those who change roles, and to nobody else', async () => {
  const { body } = (await app.api.get('/roles/seller')).expect(200)
  expect(body['document']).toMatchObject({ title: 'Seller' })
  expect([body['path'], body['translation']]).toEqual(['roles/seller.json', null])
  ;(await app.api.get('/roles/nobody')).expect(404)
  ;(await app.api.get('/roles/..%2Ftelar')).expect(404)
  ;(await seller.get('/roles/seller')).expect(403)
})
