import type { JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let access: AccessDriver
let firm = ''
let others = ''

const named = (title: string, words: JsonObject = {}): JsonObject => ({
  type: 'object',
  title,
  'x-module': { plural: `${title}s`, name: '{name}', ...words },
  properties: { name: { type: 'string' } },
})

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/deal.json': {
        ...named('Deal', { owned: true }),
        properties: {
          name: { type: 'string' },
          amount: { type: 'integer' },
          firm: { 'x-field': 'link', 'x-link': { module: 'firm', inverse: 'deals', onDelete: 'restrict' } },
        },
      },
      'modules/firm.json': named('Firm'),
      'modules/plot.json': named('Zecret plot', { owned: true }),
      'roles/reader.json': { title: 'Reader', modules: { deal: { read: 'all' }, plot: { read: 'all' } } },
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
        name: 'limits',
        version: '1.0.0',
        title: 'Limits',
        userAttributes: { region: { title: 'Region' } },
      },
    },
  })
  access = accessDriver(app.api)
  const add = async (module: string, body: JsonObject) =>
    (await app.api.post(`/records/${module}`, body)).expect(201).string('id')
  firm = await add('firm', { name: 'Argo' })
  others = await add('deal', { name: 'Theirs', amount: 7, firm })
})

afterAll(() => app.stop())

const known = new Map<string, Api>()

const person1 = async (name: string, ...roles: readonly string[]) => {
  const api = await app.person(name, 'user')
  await access.giveRole(name, ...roles)
  known.set(name, api)
  return api
}

/** Signed in before: the doors let only so many sign-ins through. */
const again = (name: string): Api => {
  const api = known.get(name)
  if (api === undefined) throw new Error(`${name} is not there yet`)
  return api
}

describe('escalation by managing people', () => {
  let people: Api
  beforeAll(async () => {
    people = await person1('People', 'people')
    await person1('Chief', 'reader')
  })

  it('no way in as somebody who sees more', async () => {
    expect((await people.get(`/records/deal/${others}`)).status).toBe(404)
    const link = await people.post(`/users/${await access.idOf('Chief')}/reset-link`)
    expect(link.status).toBe(403)
  })

  it('no own attributes that widen a scope', async () => {
    expect((await people.get(`/records/firm/${firm}`)).status).toBe(404)
    await people.patch(`/users/${await access.idOf('People')}`, { attributes: { region: 'Argo' } })
    expect((await people.get(`/records/firm/${firm}`)).status).toBe(404)
  })

  it('no records of others by reassigning them to oneself', async () => {
    const id = (await app.api.post('/records/deal', { name: 'The chief’s', ownerId: await access.idOf('Chief') }))
      .expect(201)
      .string('id')
    expect((await people.get(`/records/deal/${id}`)).status).toBe(404)
    await people.post(`/users/${await access.idOf('Chief')}/reassign`, { to: await access.idOf('People') })
    expect((await people.get(`/records/deal/${id}`)).status).toBe(404)
  })
})

describe('more of managing people', () => {
  it('no shares of a team by joining it', async () => {
    const people = again('People')
    const team = await access.makeTeam('Board')
    const id = (await app.api.post('/records/deal', { name: 'For the board' })).expect(201).string('id')
    ;(await app.api.post(`/records/deal/${id}/shares`, { team, level: 'read' })).expect(201)
    expect((await people.get(`/records/deal/${id}`)).status).toBe(404)
    await people.patch(`/users/${await access.idOf('People')}`, { teams: [team] })
    expect((await people.get(`/records/deal/${id}`)).status).toBe(404)
  })

  it('what somebody owns tells no modules that the reader may not see', async () => {
    const people = again('People')
    const chief = await access.idOf('Chief')
    ;(await app.api.post('/records/plot', { name: 'x', ownerId: chief })).expect(201)
    expect((await people.get(`/users/${chief}`)).expect(200).text).not.toContain('Zecret')
  })

  it('nobody who may do more is shut out', async () => {
    const people = again('People')
    await person1('Boss', 'designer')
    const boss = await access.idOf('Boss')
    expect((await people.post(`/users/${boss}/end-sessions`)).status).toBe(403)
    expect((await people.patch(`/users/${boss}`, { active: false })).status).toBe(403)
  })

  it('no members and no place for the own team, by whatever door', async () => {
    const people = again('People')
    const mine = await access.idOf('People')
    const chief = await access.idOf('Chief')
    const outer = await access.makeTeam('Outer')
    const inner = await access.makeTeam('Inner')
    ;(await app.api.patch(`/users/${mine}`, { teams: [inner] })).expect(200)
    const refused = [
      await people.patch(`/teams/${inner}`, { members: [mine, chief] }),
      await people.patch(`/teams/${inner}`, { parent: outer }),
      await people.patch(`/teams/${outer}`, { parent: inner }),
      await people.patch(`/teams/${outer}`, { members: [mine] }),
      await people.post('/teams', { name: 'New', members: [mine] }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect(refused[0]?.text).toContain('CAPABILITY_MISSING')
    ;(await people.patch(`/teams/${outer}`, { members: [chief] })).expect(200)
  })
})

describe('what is out of sight', () => {
  it('asking why does not tell what hidden modules are called', async () => {
    const reader = await person1('Asker', 'designer')
    const answer = await reader.get('/access/explain', { query: { module: 'plot' } })
    expect(answer.expect(200).text).not.toContain('Zecret')
  })
})

describe('escalation by design', () => {
  const draft = async (by: Api, documents: JsonObject) => {
    const id = (await by.post('/changesets', { title: 'x' })).expect(201).string('id')
    return { id, put: await by.put(`/changesets/${id}/documents`, { documents }) }
  }

  const storedDeal = async (by: Api) => {
    const { version } = (await by.get('/model')).expect(200).body
    const answer = (await by.get(`/versions/${JSON.stringify(version)}/documents`)).expect(200)
    return JSON.parse(answer.string('documents', 'modules/deal.json'))
  }

  it('who drafts without manageRoles does not read roles as they are written', async () => {
    const drafter = await person1('Drafter', 'drafter')
    ;(await drafter.get('/roles/reader')).expect(403)
    const { version } = (await drafter.get('/model')).expect(200).body
    const answer = await drafter.get(`/versions/${JSON.stringify(version)}/documents`)
    expect(answer.text).not.toContain('roles/reader.json')
  })

  it('who drafts without manageRoles does not throw away a draft of roles', async () => {
    const drafter = again('Drafter')
    const { id } = await draft(app.api, { 'roles/extra.json': JSON.stringify({ title: 'Extra', modules: {} }) })
    expect((await drafter.delete(`/changesets/${id}`)).status).toBe(403)
  })

  it('who drafts does not slip documents into the draft of somebody else', async () => {
    const drafter = again('Drafter')
    const { id } = await draft(app.api, { 'roles/extra.json': JSON.stringify({ title: 'Extra', modules: {} }) })
    const slipped = await drafter.put(`/changesets/${id}/documents`, { documents: { 'modules/plot.json': null } })
    expect(slipped.status).toBe(403)
  })

  it('who manages roles cannot ask the plan for values by conditions', async () => {
    const roles = await person1('Roles', 'roles')
    const asked = async (amount: number) => {
      const where = {
        all: [
          { field: 'name', op: 'equals', value: 'Theirs' },
          { field: 'amount', op: 'equals', value: amount },
        ],
      }
      const { id, put } = await draft(roles, {
        'roles/reader.json': JSON.stringify({
          title: 'Reader',
          modules: { deal: { read: 'all', update: { where } }, plot: { read: 'all' } },
        }),
      })
      put.expect(200)
      return (await roles.get(`/changesets/${id}/plan`)).expect(200).body['access']
    }
    expect(await asked(7)).toEqual(await asked(8))
  })

  it('a hidden field does not come to light under another name', async () => {
    const designer = await person1('Designer', 'designer')
    expect((await designer.get(`/records/deal/${others}`)).expect(200).text).not.toContain('7,')
    const stored = await storedDeal(designer)
    const { amount, ...rest } = stored.properties
    stored.properties = { ...rest, worth: { ...amount, title: 'Worth' }, amount: { type: 'integer', title: 'Amount' } }
    const before = await designer.post('/changesets', { title: 'a role' })
    expect(
      (await designer.put(`/changesets/${before.string('id')}/documents`, { documents: { 'roles/reader.json': null } }))
        .status,
    ).toBe(403)
    const { id, put } = await draft(designer, { 'modules/deal.json': JSON.stringify(stored) })
    put.expect(200)
    const published = await designer.post(`/changesets/${id}/publish`, { message: 'a new name' })
    const seen = (await designer.get(`/records/deal/${others}`)).expect(200)
    expect([published.status, seen.body['worth'] ?? null]).toEqual([403, null])
  })
})
