import type { JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const role = (title: string, more: JsonObject = {}): JsonObject => ({ title, modules: {}, ...more })

let app: TestApp
let access: AccessDriver
let bea: Api
let cai: Api

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'telar.json': {
        name: 'fleet',
        version: '1.0.0',
        title: 'Fleet',
        languages: ['en', 'es'],
        userAttributes: { region: { title: 'Region' } },
      },
      'modules/ship.json': {
        type: 'object',
        'x-module': { name: '{name}', owned: true },
        properties: { name: { type: 'string' } },
      },
      'modules/port.json': {
        type: 'object',
        'x-module': { name: '{name}', owned: false },
        properties: { name: { type: 'string' } },
      },
      'roles/sailor.json': role('Sailor', { modules: { '*': { read: 'all', update: 'own', share: 'own' } } }),
      'roles/people.json': role('People', { capabilities: ['manageUsers'] }),
      'roles/manager.json': role('Manager', { capabilities: ['manageUsers', 'manageRoles', 'viewAudit'] }),
    },
  })
  access = accessDriver(app.api)
  bea = await app.person('Bea', 'user')
  cai = await app.person('Cai', 'user')
})

beforeEach(async () => {
  for (const name of ['Bea', 'Cai']) (await access.change(name, { active: true, roles: [], teams: [] })).expect(200)
  if ((await bea.get('/me')).status === 401) bea = await app.signIn('Bea')
  if ((await cai.get('/me')).status === 401) cai = await app.signIn('Cai')
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

describe('GET /me', () => {
  it('tells roles with the teams they come through, teams, attributes and capabilities', async () => {
    const north = await access.makeTeam('Norte')
    ;(await app.api.patch(`/teams/${north}`, { roles: ['manager'] })).expect(200)
    await access.change('Bea', { roles: ['sailor'], teams: [north], attributes: { region: 'Galicia' } })
    const me = (await bea.get('/me')).expect(200)
    expect(me.body).toMatchObject({
      member: { name: 'Bea', email: 'bea@telar.example' },
      administrator: false,
      roles: [
        { name: 'manager', title: 'Manager', through: ['Norte'] },
        { name: 'sailor', title: 'Sailor', through: [] },
      ],
      teams: [{ id: north, key: 'norte', name: 'Norte' }],
      attributes: { region: 'Galicia' },
      capabilities: ['manageUsers', 'manageRoles', 'viewAudit'],
      impersonatedBy: null,
    })
    await access.change('Bea', { attributes: { region: null } })
    ;(await app.api.delete(`/teams/${north}`)).expect(200)
  })

  it('of somebody without roles is an empty list, and nothing is to be seen', async () => {
    const me = (await bea.get('/me')).expect(200)
    expect(me.body).toMatchObject({ roles: [], teams: [], capabilities: [], administrator: false })
    expect((await bea.get('/model')).expect(200).body['modules']).toEqual({})
  })
})

describe('people', () => {
  it('are listed with roles, those of teams, teams and attributes', async () => {
    const team = await access.makeTeam('Sur')
    ;(await app.api.patch(`/teams/${team}`, { roles: ['people'] })).expect(200)
    await access.change('Bea', { roles: ['sailor'], teams: [team] })
    const users = (await app.api.get('/users')).expect(200)
    const found = users.list('users').find((_, index) => users.at('users', index, 'name') === 'Bea')
    expect(found).toMatchObject({
      roles: ['sailor'],
      teamRoles: ['people'],
      unknownRoles: [],
      teams: [team],
      active: true,
      isAdministrator: false,
      isInvited: false,
      canSignIn: true,
      isYou: false,
    })
    expect(users.at('attributes')).toEqual([{ name: 'region', title: 'Region' }])
    await access.putInTeam('Bea')
    ;(await app.api.delete(`/teams/${team}`)).expect(200)
  })

  it('get rights that hold at once', async () => {
    expect((await bea.get('/records/ship')).status).toBe(403)
    await access.giveRole('Bea', 'sailor')
    expect((await bea.get('/records/ship')).status).toBe(200)
    await access.giveRole('Bea')
    // Who lost a role signs in anew.
    expect((await bea.get('/records/ship')).status).toBe(401)
    bea = await app.signIn('Bea')
    expect((await bea.get('/records/ship')).status).toBe(403)
  })

  it('are signed out when they become inactive, and their records stay', async () => {
    const id = await access.idOf('Bea')
    const ship = (await app.api.post('/records/ship', { name: 'Argo', ownerId: id })).expect(201).string('id')
    ;(await access.change('Bea', { active: false })).expect(200)
    expect((await bea.get('/me')).status).toBe(401)
    expect((await app.api.get(`/records/ship/${ship}`)).expect(200).at('ownerId')).toBe(id)
    bea = await app.signIn('Bea')
    expect((await bea.get('/me')).at('code')).toBe('MEMBER_INACTIVE')
    expect((await app.api.get(`/users/${id}`)).expect(200).at('owns')).toMatchObject([{ module: 'ship', records: 1 }])
    ;(await access.change('Bea', { active: true })).expect(200)
    expect((await bea.get('/me')).status).toBe(200)
    ;(await app.api.delete(`/records/ship/${ship}`)).expect(204)
  })

  it.each<[string, JsonObject, string]>([
    ['a role that there is not', { roles: ['sailor', 'pirate'] }, '/roles/1 ROLE_UNKNOWN'],
    ['a role named twice', { roles: ['sailor', 'sailor'] }, '/roles uniqueItems'],
    ['roles that are a text', { roles: 'sailor' }, '/roles type'],
    ['a team that there is not', { teams: ['0198c1e2-7a4b-7c3d-8e5f-00000000a001'] }, '/teams/0 TEAM_MISSING'],
    ['a team that is no id', { teams: ['north'] }, '/teams/0 format'],
    ['an attribute that nobody has', { attributes: { shoe: '44' } }, '/attributes/shoe ATTRIBUTE_UNKNOWN'],
    ['an attribute that is a number', { attributes: { region: 4 } }, '/attributes/region type'],
    ['an attribute that cannot be stored', { attributes: { region: 'a\u0000b' } }, '/attributes/region characters'],
    ['an answer that is neither yes nor no', { active: 'no' }, '/active type'],
    ['a member that there is not', { administrator: true }, '/administrator additionalProperties'],
  ])('are not given %s', async (_what, change, issue) => {
    const before = (await app.api.get('/users')).text
    const answer = await access.change('Bea', change)
    expect([answer.status, answer.issues]).toEqual([422, [issue]])
    expect(answer.text).not.toContain('"message":""')
    expect((await app.api.get('/users')).text).toBe(before)
  })

  it.each(['nobody', '0198c1e2-7a4b-7c3d-8e5f-00000000a001', "';drop table x"])(
    'that there are not: %s',
    async (id) => {
      expect((await app.api.patch(`/users/${encodeURIComponent(id)}`, { active: true })).at('code')).toBe(
        'USER_UNKNOWN',
      )
      expect((await app.api.get(`/users/${encodeURIComponent(id)}`)).at('code')).toBe('USER_UNKNOWN')
    },
  )

  it('are managed by those who may, and by nobody else', async () => {
    const id = await access.idOf('Cai')
    for (const [method, address, body] of [
      ['GET', '/users', undefined],
      ['GET', `/users/${id}`, undefined],
      ['PATCH', `/users/${id}`, '{"active":true}'],
      ['POST', `/users/${id}/reassign`, `{"to":"${id}"}`],
      ['POST', `/users/${id}/end-sessions`, '{}'],
      ['POST', `/users/${id}/reset-link`, '{}'],
      ['GET', '/invitations', undefined],
      ['POST', '/invitations', '{"email":"x@example.com","name":"X"}'],
      ['POST', '/teams', '{"name":"X"}'],
      ['GET', '/roles', undefined],
      ['GET', '/audit', undefined],
      ['POST', '/impersonation', `{"user":"${id}"}`],
    ] as const) {
      const answer = await bea.call(method, address, body === undefined ? {} : { text: body })
      expect([method, address, answer.status, answer.issues]).toEqual([method, address, 403, [' CAPABILITY_MISSING']])
    }
  })

  it('are given roles only by those who manage roles, through teams neither', async () => {
    const team = await access.makeTeam('Este')
    ;(await app.api.patch(`/teams/${team}`, { roles: ['manager'] })).expect(200)
    await access.giveRole('Bea', 'people')
    const [own, other] = [await access.idOf('Bea'), await access.idOf('Cai')]
    for (const attempt of [
      bea.patch(`/users/${own}`, { roles: ['manager'] }),
      bea.patch(`/users/${own}`, { teams: [team] }),
      bea.patch(`/users/${other}`, { teams: [team] }),
      bea.patch(`/teams/${team}`, { members: [own] }),
      bea.patch(`/teams/${team}`, { roles: ['people'] }),
      bea.post('/teams', { name: 'Mine', parent: team, members: [own] }),
      bea.post('/teams', { name: 'Mine', roles: ['manager'] }),
      bea.post('/invitations', { email: 'puppet@example.com', name: 'Puppet', roles: ['manager'] }),
      bea.post('/invitations', { email: 'puppet@example.com', name: 'Puppet', teams: [team] }),
    ]) {
      const answer = await attempt
      expect([answer.status, answer.at('issues', 0, 'params', 'capability')]).toEqual([403, 'manageRoles'])
    }
    expect((await bea.patch(`/users/${other}`, { active: false })).status).toBe(200)
    expect((await app.api.get('/invitations')).list('invitations')).toEqual([])
    ;(await app.api.delete(`/teams/${team}`)).expect(200)
  })
})

describe('the last who manages', () => {
  it('does not shut himself out, and somebody is always left', async () => {
    const ada = await access.idOf('ada')
    expect((await app.api.patch(`/users/${ada}`, { active: false })).at('code')).toBe('LAST_MANAGER')
    await access.giveRole('Bea', 'manager')
    expect((await app.api.patch(`/users/${ada}`, { active: false })).at('code')).toBe('OWN_RIGHTS')
    const id = await access.idOf('Bea')
    for (const change of [{ active: false }, { roles: ['people'] }, { roles: [] }])
      expect((await bea.patch(`/users/${id}`, change)).at('code')).toBe('OWN_RIGHTS')
    expect((await bea.patch(`/users/${ada}`, { active: false })).at('code')).toBe('ADMINISTRATOR_ONLY')
    expect((await app.api.get('/me')).status).toBe(200)
  })
})

describe('a password link', () => {
  it('is never made for somebody who may do more', async () => {
    await access.giveRole('Bea', 'people')
    const [ada, other] = [await access.idOf('ada'), await access.idOf('Cai')]
    expect((await bea.post(`/users/${ada}/reset-link`)).at('code')).toBe('MORE_RIGHTS')
    expect((await bea.post(`/users/${ada}/end-sessions`)).at('code')).toBe('MORE_RIGHTS')
    expect((await bea.post(`/users/${other}/reset-link`)).expect(200).string('link')).toContain('token=')
    expect((await bea.post(`/users/${other}/end-sessions`)).status).toBe(204)
    expect((await cai.get('/me')).status).toBe(401)
  })
})

describe('records of somebody who leaves', () => {
  const give = async (count: number, owner: string): Promise<void> => {
    const items = Array.from({ length: count }, (_, index) => ({
      op: 'create',
      data: { name: `S${String(index)}`, ownerId: owner },
    }))
    ;(await app.api.post('/records/ship/batch', { items })).expect(200)
  }
  const owned = async (owner: string): Promise<number> =>
    Number(
      (
        await app.api.post('/records/ship/query', {
          filter: { field: 'ownerId', op: 'equals', value: owner },
          count: 'exact',
        })
      )
        .expect(200)
        .at('count', 'value'),
    )

  it('go to somebody else in one act, each with its line in the history', async () => {
    const [from, to] = [await access.idOf('Bea'), await access.idOf('Cai')]
    await give(30, from)
    const answer = (await app.api.post(`/users/${from}/reassign`, { to })).expect(200)
    expect(answer.body).toMatchObject({ records: 30, modules: [{ module: 'ship', records: 30 }] })
    expect([await owned(from), await owned(to)]).toEqual([0, 30])
    const ship = (await app.api.get('/records/ship?limit=1')).string('records', 0, 'id')
    const history = (await app.api.get(`/records/ship/${ship}/history`)).expect(200)
    expect(history.at('entries', 0)).toMatchObject({
      op: 'update',
      changes: [{ field: 'ownerId', before: from, after: to }],
    })
    expect((await app.api.post(`/users/${from}/reassign`, { to })).expect(200).at('records')).toBe(0)
    const audit = (await app.api.get('/audit?act=records-reassigned')).expect(200)
    expect(audit.at('entries', 1, 'detail')).toMatchObject({ user: { name: 'Bea' }, to: { name: 'Cai' }, records: 30 })
  })

  it('go in several batches where there are many', async () => {
    const [from, to] = [await access.idOf('Bea'), await access.idOf('Cai')]
    for (let thousand = 0; thousand < 5; thousand += 1) await give(1000, from)
    const before = await owned(to)
    const later = await app.api.post(`/users/${from}/reassign`, { to, modules: ['ship'] })
    expect(later.expect(200).at('records')).toBe(5000)
    expect([await owned(from), await owned(to)]).toEqual([0, before + 5000])
  })

  it.each<[string, JsonObject, string]>([
    ['nobody', { to: '0198c1e2-7a4b-7c3d-8e5f-00000000a001' }, '/to USER_MISSING'],
    ['a name', { to: 'Cai' }, '/to format'],
    ['nothing said', {}, '/to required'],
    ['modules without owners', { to: 'CAI', modules: ['ship', 'port'] }, '/modules/1 MODULE_NOT_OWNED'],
    ['the same person', { to: 'BEA' }, '/to SAME_PERSON'],
  ])('do not go to %s', async (_what, body, issue) => {
    const [from, to] = [await access.idOf('Bea'), await access.idOf('Cai')]
    const text = JSON.stringify(body).replace('CAI', to).replace('BEA', from)
    const answer = await app.api.call('POST', `/users/${from}/reassign`, { text })
    expect([answer.status, answer.issues]).toEqual([422, [issue]])
  })

  it('do not go to somebody inactive, and are not given to one by hand', async () => {
    const [from, to] = [await access.idOf('Bea'), await access.idOf('Cai')]
    ;(await access.change('Cai', { active: false })).expect(200)
    expect((await app.api.post(`/users/${from}/reassign`, { to })).issues).toEqual(['/to USER_INACTIVE'])
    expect((await app.api.post('/records/ship', { name: 'X', ownerId: to })).issues).toEqual([
      '/ownerId OWNER_INACTIVE',
    ])
    for (const [field, value, issue] of [
      ['ownerId', '0198c1e2-7a4b-7c3d-8e5f-00000000a001', '/ownerId LINK_MISSING'],
      ['teamId', '0198c1e2-7a4b-7c3d-8e5f-00000000a001', '/teamId LINK_MISSING'],
      ['teamId', from, '/teamId LINK_MISSING'],
    ] as const)
      expect((await app.api.post('/records/ship', { name: 'X', [field]: value })).issues).toEqual([issue])
    for (const value of ['Cai', 7, [from]])
      expect((await app.api.post('/records/ship', { name: 'X', ownerId: value })).status).toBe(422)
  })
})
