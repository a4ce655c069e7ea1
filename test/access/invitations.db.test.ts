import type { JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const password = 'correct-horse-9'

let app: TestApp
let access: AccessDriver
let team = ''

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/ship.json': { type: 'object', 'x-module': { name: '{name}' }, properties: { name: { type: 'string' } } },
      'roles/sailor.json': { title: 'Sailor', modules: { '*': { read: 'all' } } },
      'roles/people.json': { title: 'People', modules: {}, capabilities: ['manageUsers'] },
      'roles/auditor.json': { title: 'Auditor', modules: {}, capabilities: ['viewAudit'] },
    },
  })
  access = accessDriver(app.api)
  team = await access.makeTeam('Norte')
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const invite = (name: string, more: JsonObject = {}) =>
  app.api.post('/invitations', { email: `${name.toLowerCase()}@telar.example`, name, ...more })

const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''

const accept = (link: string, name: string) =>
  app.anonymous.post('/api/auth/accept-invitation', { token: tokenOf(link), name, password })

describe('an invitation', () => {
  it('makes somebody with roles and teams, who chooses a password and is in', async () => {
    const made = (await invite('Bea', { language: 'es', roles: ['sailor'], teams: [team] })).expect(201)
    expect(made.body).toMatchObject({
      mailed: false,
      user: { name: 'Bea', roles: ['sailor'], teams: [team], active: true, isInvited: true, canSignIn: false },
    })
    const id = made.string('user', 'id')
    const open = (await app.api.get('/invitations')).expect(200)
    expect(open.list('invitations')).toMatchObject([
      {
        id,
        name: 'Bea',
        email: 'bea@telar.example',
        language: 'es',
        isExpired: false,
        roles: ['sailor'],
        teams: [team],
      },
    ])
    expect(open.text).not.toContain(tokenOf(made.string('link')))
    // Records can be given to them already.
    const ship = (await app.api.post('/records/ship', { name: 'Argo', ownerId: id })).expect(201).string('id')
    ;(await accept(made.string('link'), 'Bea')).expect(201)
    const bea = await app.signIn('Bea')
    expect((await bea.get('/me')).expect(200).at('member', 'id')).toBe(id)
    expect((await bea.get(`/records/ship/${ship}`)).status).toBe(200)
    expect((await app.api.get('/invitations')).list('invitations')).toEqual([])
    expect((await app.api.post(`/invitations/${id}/renew`)).issues).toEqual([' NOT_INVITED'])
    expect((await app.api.delete(`/invitations/${id}`)).issues).toEqual([' NOT_INVITED'])
  })

  it('is renewed, and the link before is worth nothing', async () => {
    const made = (await invite('Cai')).expect(201)
    const renewed = (await app.api.post(`/invitations/${made.string('user', 'id')}/renew`)).expect(200)
    expect((await accept(made.string('link'), 'Cai')).at('code')).toBe('LINK_INVALID')
    // Inviting again does the same, with the roles that are said now.
    const again = (await invite('Cai', { roles: ['sailor'] })).expect(201)
    expect(again.at('user')).toMatchObject({ id: made.at('user', 'id'), roles: ['sailor'] })
    expect((await accept(renewed.string('link'), 'Cai')).at('code')).toBe('LINK_INVALID')
    ;(await accept(again.string('link'), 'Cai')).expect(201)
  })

  it('is taken back; the person stays for the records that name them, and comes back when invited again', async () => {
    const made = (await invite('Dan', { roles: ['sailor'], teams: [team] })).expect(201)
    const id = made.string('user', 'id')
    const ship = (await app.api.post('/records/ship', { name: 'Dans', ownerId: id })).expect(201).string('id')
    ;(await app.api.delete(`/invitations/${id}`)).expect(204)
    expect((await accept(made.string('link'), 'Dan')).at('code')).toBe('LINK_INVALID')
    expect((await app.api.get(`/users/${id}`)).expect(200).at('user')).toMatchObject({
      active: false,
      isInvited: false,
      roles: [],
      teams: [],
    })
    expect((await app.api.get(`/records/ship/${ship}`)).at('ownerId')).toBe(id)
    expect((await invite('Dan')).expect(201).at('user')).toMatchObject({ id, active: true, roles: [] })
  })

  it.each<[string, JsonObject, string]>([
    ['an address that is none', { email: 'nobody' }, '/email format'],
    ['no address', { email: '' }, '/email format'],
    ['somebody’s address', { email: 'ADA@telar.example' }, '/email EMAIL_TAKEN'],
    ['no name', { name: ' ' }, '/name minLength'],
    ['a number for a name', { name: 7 }, '/name type'],
    ['a language that nobody speaks here', { language: 'xx' }, '/language enum'],
    ['roles that there are not', { roles: ['king'] }, '/roles/0 ROLE_UNKNOWN'],
    ['teams that there are not', { teams: ['0198c1e2-7a4b-7c3d-8e5f-00000000a001'] }, '/teams/0 TEAM_MISSING'],
    ['attributes that nobody has', { attributes: { shoe: '44' } }, '/attributes/shoe ATTRIBUTE_UNKNOWN'],
    ['a password', { password: 'x' }, '/password additionalProperties'],
  ])('with %s leaves nothing behind', async (_what, body, issue) => {
    const before = (await app.api.get('/users')).expect(200).text
    const answer = await invite('Zoe', body)
    expect([answer.status, answer.issues]).toEqual([422, [issue]])
    expect((await app.api.get('/users')).text).toBe(before)
    expect((await app.runtime.services.auth.users.list()).some(({ email }) => email.startsWith('zoe'))).toBe(false)
  })

  it('is no way to become somebody who may do more', async () => {
    const made = (await invite('Eva', { roles: ['auditor'] })).expect(201)
    const hal = await app.person('Hal', 'user')
    await access.giveRole('Hal', 'people')
    const id = made.string('user', 'id')
    for (const attempt of [
      hal.post('/invitations', { email: 'eva@telar.example', name: 'Eva' }),
      hal.post(`/invitations/${id}/renew`),
      hal.delete(`/invitations/${id}`),
    ])
      expect((await attempt).at('code')).toBe('MORE_RIGHTS')
    expect((await hal.post('/invitations', { email: 'fay@telar.example', name: 'Fay' })).status).toBe(201)
    ;(await accept(made.string('link'), 'Eva')).expect(201)
  })

  it.each(['nobody', '0198c1e2-7a4b-7c3d-8e5f-00000000a001'])('that there is not is not found: %s', async (id) => {
    expect((await app.api.post(`/invitations/${id}/renew`)).at('code')).toBe('USER_UNKNOWN')
    expect((await app.api.delete(`/invitations/${id}`)).at('code')).toBe('USER_UNKNOWN')
  })
})
