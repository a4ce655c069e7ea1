import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessDriver, type AccessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let access: AccessDriver
let lucia: Api
let mine = ''
let others = ''
let shared = ''

const deal = {
  type: 'object',
  title: 'Deal',
  'x-module': { plural: 'Deals', name: '{name}', owned: true },
  properties: { name: { type: 'string' }, amount: { type: 'integer', title: 'Amount' } },
}

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/deal.json': deal,
      'roles/seller.json': {
        title: 'Seller',
        modules: {
          deal: { read: 'team', update: 'own', create: 'own', share: 'own', fields: { '*': 'write', amount: 'read' } },
        },
      },
      'roles/service.json': { title: 'Service', modules: { deal: { read: 'all', fields: { amount: 'hidden' } } } },
      'roles/reader.json': { title: 'Reader', modules: { deal: { read: 'own' } } },
    },
  })
  access = accessDriver(app.api)
  lucia = await app.person('Lucía', 'user')
  await app.person('Marta', 'user')
  await app.person('Nobody', 'user')
  const north = await access.makeTeam('North')
  await access.giveRole('Lucía', 'seller')
  await access.putInTeam('Lucía', north)
  await access.giveRole('Marta', 'reader')
  const make = async (name: string, owner: string | null) =>
    (
      await app.api.post('/records/deal', {
        name,
        ownerId: owner === null ? null : await access.idOf(owner),
        amount: 5,
      })
    )
      .expect(201)
      .string('id')
  mine = await make('Hers', 'Lucía')
  others = await make('Of somebody else', 'Marta')
  shared = await make('Shared', null)
  await app.api.post(`/records/deal/${shared}/shares`, { user: await access.idOf('Lucía'), level: 'read' })
})

afterAll(() => app.stop())

const why = async (api: Api, query: Readonly<Record<string, string>>, language = 'en') =>
  (
    await api.get('/access/explain', { query: { module: 'deal', ...query }, headers: { 'accept-language': language } })
  ).expect(200).body

const about = async (name: string) => ({ user: await access.idOf(name) })

describe('why', () => {
  it('names the role and the scope that allow', async () => {
    const answer = await why(lucia, { action: 'update', record: mine })
    expect(answer).toMatchObject({
      allowed: true,
      because: [{ role: 'seller', scope: 'own', allows: true, text: expect.stringContaining('one’s own records') }],
    })
  })

  it('names the scope that is short, in Spanish too', async () => {
    const answer = await why(app.api, { ...(await about('Lucía')), action: 'update', record: shared }, 'es')
    expect(answer).toMatchObject({
      allowed: false,
      because: [
        {
          role: 'seller',
          scope: 'own',
          allows: false,
          text: expect.stringContaining('solo lo permite en los registros propios'),
        },
      ],
    })
  })

  it('says what is shared', async () => {
    expect(await why(lucia, { action: 'read', record: shared })).toMatchObject({
      allowed: true,
      because: [{ allows: true, text: expect.stringContaining('shared with the person') }],
    })
  })

  it('says which right on a field is missing', async () => {
    expect(await why(lucia, { action: 'update', record: mine, field: 'amount' })).toMatchObject({
      allowed: false,
      because: [{ allows: false, text: '“Seller” does not give this right on the field “Amount”' }],
    })
    expect(await why(lucia, { action: 'read', record: mine, field: 'amount' })).toMatchObject({ allowed: true })
  })

  it('says that without a role nothing is allowed, and that administrators may do everything', async () => {
    expect(await why(app.api, { ...(await about('Nobody')), action: 'read' })).toMatchObject({
      allowed: false,
      because: [{ role: null, text: expect.stringContaining('has no role') }],
    })
    expect(await why(app.api, { action: 'delete', record: mine })).toMatchObject({
      allowed: true,
      because: [{ role: null, text: expect.stringContaining('Administrators') }],
    })
  })

  it('says that seeing is what is missing', async () => {
    expect(await why(app.api, { ...(await about('Lucía')), action: 'update', record: others })).toMatchObject({
      allowed: false,
      needs: 'read',
    })
  })

  it('tells nothing of a record that the asker does not see, and of others only to those who manage', async () => {
    const unseen = await why(lucia, { action: 'read', record: others })
    const none = await why(lucia, { action: 'read', record: '0198c1e2-7a4b-7c3d-8e5f-00000000dead' })
    expect(unseen).toEqual(none)
    expect(unseen).toMatchObject({ allowed: false })
    ;(await lucia.get('/access/explain', { query: { module: 'deal', ...(await about('Marta')) } })).expect(403)
  })

  it.each([
    [{ module: 'ship' }, 404],
    [{ action: 'explode' }, 400],
    [{ record: 'x' }, 404],
    [{ field: 'nothing' }, 400],
    [{ user: 'nobody' }, 404],
    [{ what: 'ever' }, 400],
  ] as const)('refuses nonsense: %j', async (query, status) => {
    ;(await app.api.get('/access/explain', { query: { module: 'deal', ...query } })).expect(status)
  })
})

describe('who', () => {
  const who = async (api: Api, record: string, action = 'read') =>
    (await api.get('/access/who', { query: { module: 'deal', record, action } })).expect(200)

  it('lists everybody who may see a record, and through what', async () => {
    const answer = await who(app.api, mine)
    expect(answer.each('people', 'name')).toEqual(expect.arrayContaining(['Lucía']))
    expect(answer.each('people', 'name')).not.toContain('Marta')
    expect((await who(app.api, others)).each('people', 'name')).toContain('Marta')
  })

  it('answers those who may share the record, and nobody else', async () => {
    expect((await who(lucia, mine, 'update')).each('people', 'name')).toContain('Lucía')
    ;(await lucia.get('/access/who', { query: { module: 'deal', record: shared } })).expect(403)
    ;(await lucia.get('/access/who', { query: { module: 'deal', record: others } })).expect(404)
  })
})

it('had nothing to be ashamed of in all this', () => {
  expect(app.failures).toEqual([])
})
