import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const nowhere = '0198c1e2-7a4b-7c3d-8e5f-00000000a001'

let app: TestApp
let access: AccessDriver
let bea: Api
let cai: Api
let [beaId, caiId, ship, foreign] = ['', '', '', '']

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/ship.json': { type: 'object', 'x-module': { name: '{name}' }, properties: { name: { type: 'string' } } },
      'roles/sailor.json': {
        title: 'Sailor',
        modules: { ship: { read: 'own', create: 'all', update: 'own', share: 'own' } },
      },
      'roles/reader.json': { title: 'Reader', modules: { ship: { read: 'all', share: 'all' } } },
    },
  })
  access = accessDriver(app.api)
  ;[bea, cai] = [await app.person('Bea', 'user'), await app.person('Cai', 'user')]
  await access.giveRole('Bea', 'sailor')
  await access.giveRole('Cai', 'sailor')
  ;[beaId, caiId] = [await access.idOf('Bea'), await access.idOf('Cai')]
  ship = (await bea.post('/records/ship', { name: 'Argo' })).expect(201).string('id')
  foreign = (await app.api.post('/records/ship', { name: 'Ada’s' })).expect(201).string('id')
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const shares = (id: string): string => `/records/ship/${id}/shares`

describe('a share', () => {
  it('lets somebody read or write, until it is taken back', async () => {
    expect((await cai.get(`/records/ship/${ship}`)).status).toBe(404)
    const made = (await bea.post(shares(ship), { user: caiId, level: 'read' })).expect(201)
    expect(made.at('share')).toMatchObject({
      level: 'read',
      user: { id: caiId, name: 'Cai' },
      team: null,
      by: { id: beaId, name: 'Bea' },
    })
    expect((await cai.get(`/records/ship/${ship}`)).status).toBe(200)
    expect((await cai.patch(`/records/ship/${ship}`, { name: 'Mine' })).status).toBe(403)
    expect((await bea.get(shares(ship))).expect(200).list('shares')).toEqual([made.at('share')])
    ;(await bea.delete(`${shares(ship)}/${made.string('share', 'id')}`)).expect(204)
    expect((await cai.get(`/records/ship/${ship}`)).status).toBe(404)
    const write = (await bea.post(shares(ship), { user: caiId, level: 'write' })).expect(201).string('share', 'id')
    expect((await cai.patch(`/records/ship/${ship}`, { name: 'Argos' })).status).toBe(200)
    // It was given to read and write, not to give away.
    expect((await cai.get(shares(ship))).status).toBe(403)
    expect((await cai.post(shares(ship), { user: beaId, level: 'read' })).status).toBe(403)
    ;(await bea.delete(`${shares(ship)}/${write}`)).expect(204)
  })

  it('reaches a team and those below it', async () => {
    const top = await access.makeTeam('Top')
    const below = await access.makeTeam('Below', top)
    await access.putInTeam('Cai', below)
    const made = (await bea.post(shares(ship), { team: top, level: 'read' })).expect(201)
    expect(made.at('share')).toMatchObject({ team: { id: top, name: 'Top' }, user: null })
    expect((await cai.get(`/records/ship/${ship}`)).status).toBe(200)
    ;(await bea.delete(`${shares(ship)}/${made.string('share', 'id')}`)).expect(204)
  })

  it('is refused where it makes no sense', async () => {
    const team = await access.makeTeam('Crew')
    const once = (await bea.post(shares(ship), { user: caiId, level: 'read' })).expect(201).string('share', 'id')
    await app.person('Dan', 'user')
    const dan = await access.idOf('Dan')
    ;(await access.change('Dan', { active: false })).expect(200)
    for (const [body, issues] of [
      [{ user: beaId, level: 'read' }, ['/user SAME_PERSON']],
      [{ user: caiId, level: 'read' }, ['/user SHARED_ALREADY']],
      [{ user: caiId, level: 'write' }, ['/user SHARED_ALREADY']],
      [{ user: dan, level: 'read' }, ['/user USER_INACTIVE']],
      [{ user: nowhere, level: 'read' }, ['/user USER_MISSING']],
      [{ user: 'Cai', level: 'read' }, ['/user format']],
      [{ team: nowhere, level: 'read' }, ['/team TEAM_MISSING']],
      [{ team: caiId, level: 'read' }, ['/team TEAM_MISSING']],
      [{ level: 'read' }, [' ONE_RECIPIENT']],
      [{ user: caiId, team, level: 'read' }, [' ONE_RECIPIENT']],
      [{ user: caiId }, ['/level required']],
      [{ user: caiId, level: 'own' }, ['/level enum']],
      [{ user: caiId, level: 'read', note: 1 }, ['/note additionalProperties']],
    ] as const) {
      const answer = await bea.post(shares(ship), body)
      expect([answer.status, answer.issues]).toEqual([422, issues])
    }
    expect((await bea.get(shares(ship))).list('shares')).toHaveLength(1)
    for (const id of ['x', nowhere])
      expect((await bea.delete(`${shares(ship)}/${id}`)).at('code')).toBe('SHARE_UNKNOWN')
    ;(await bea.delete(`${shares(ship)}/${once}`)).expect(204)
  })

  it('is given, told and taken back by those only who may share the record', async () => {
    for (const id of [foreign, nowhere, 'x']) {
      expect((await bea.get(shares(id))).at('code')).toBe('RECORD_UNKNOWN')
      expect((await bea.post(shares(id), { user: caiId, level: 'read' })).at('code')).toBe('RECORD_UNKNOWN')
      expect((await bea.delete(`${shares(id)}/${nowhere}`)).at('code')).toBe('RECORD_UNKNOWN')
    }
    expect((await bea.get('/records/boat/x/shares')).at('code')).toBe('MODULE_UNKNOWN')
    // A share of another record is not found below this one.
    const made = (await app.api.post(shares(foreign), { user: caiId, level: 'read' })).expect(201).string('share', 'id')
    expect((await bea.delete(`${shares(ship)}/${made}`)).at('code')).toBe('SHARE_UNKNOWN')
    expect((await app.api.get(shares(foreign))).list('shares')).toHaveLength(1)
  })

  it('gives nothing that one has not', async () => {
    await access.giveRole('Bea', 'reader')
    bea = await app.signIn('Bea')
    const answer = await bea.post(shares(foreign), { user: beaId, level: 'write' })
    expect([answer.status, answer.issues]).toEqual([403, [' NO_ROLE_ALLOWS']])
    await access.giveRole('Bea', 'reader', 'sailor')
    const outside = await bea.post(shares(foreign), { user: caiId, level: 'write' })
    expect([outside.status, outside.issues]).toEqual([403, [' RECORD_OUTSIDE_SCOPE']])
    const dan = await access.idOf('Dan')
    ;(await access.change('Dan', { active: true })).expect(200)
    expect((await bea.post(shares(foreign), { user: dan, level: 'read' })).status).toBe(201)
  })

  it('stands in the audit', async () => {
    const audit = (await app.api.get('/audit?act=record-shared')).expect(200)
    expect(audit.at('entries', 0)).toMatchObject({
      act: 'record-shared',
      title: 'Record shared',
      actor: { id: beaId, name: 'Bea' },
      detail: { module: 'ship', record: foreign, level: 'read', user: { name: 'Dan' } },
    })
  })
})
