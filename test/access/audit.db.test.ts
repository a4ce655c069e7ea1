import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let access: AccessDriver
let bea: Api

beforeAll(async () => {
  app = await startTestApp({
    definition: { 'roles/auditor.json': { title: 'Auditor', modules: {}, capabilities: ['viewAudit'] } },
  })
  access = accessDriver(app.api)
  bea = await app.person('Bea', 'user')
  await access.giveRole('Bea', 'auditor')
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

describe('the audit', () => {
  it('tells every act with who did it, what was and what is', async () => {
    const team = await access.makeTeam('Norte')
    await access.change('Bea', { roles: ['auditor'], teams: [team] })
    ;(await app.api.patch(`/teams/${team}`, { name: 'Norte y Galicia', members: [] })).expect(200)
    ;(await app.api.delete(`/teams/${team}`)).expect(200)
    bea = await app.signIn('Bea')
    const audit = (await bea.get('/audit?act=user-changed,team-made,team-changed,team-deleted')).expect(200)
    const ada = { id: await access.idOf('ada'), name: 'ada' }
    expect(audit.list('entries').slice(0, 4)).toMatchObject([
      { act: 'team-deleted', title: 'Team deleted', actor: ada, detail: { team: { name: 'Norte y Galicia' } } },
      {
        act: 'team-changed',
        detail: { before: { name: 'Norte', members: ['Bea'] }, after: { name: 'Norte y Galicia', members: [] } },
      },
      {
        act: 'user-changed',
        detail: { user: { name: 'Bea' }, before: { roles: ['auditor'], teams: [] }, after: { teams: ['Norte'] } },
      },
      { act: 'team-made', detail: { after: { name: 'Norte', key: 'norte', parent: null } } },
    ])
    const spanish = await bea.get('/audit?act=team-deleted', { headers: { 'accept-language': 'es' } })
    expect(spanish.at('entries', 0, 'title')).toBe('Equipo eliminado')
    expect(audit.list('acts')).toContainEqual({ act: 'sign-in', title: 'Signed in' })
    // What changed nothing is no entry.
    ;(await access.change('Bea', { roles: ['auditor'] })).expect(200)
    expect((await bea.get('/audit?act=user-changed')).list('entries')).toHaveLength(2)
  })

  it('says whom a refused sign-in was about, and nothing of a stranger', async () => {
    const tries = async (email: string) =>
      (await app.api.post('/api/auth/sign-in/email', { email, password: 'not-this-one-9' })).expect(401)
    const known = (await app.api.get('/users')).expect(200)
    await tries(known.string('users', known.each('users', 'name').indexOf('Bea'), 'email'))
    await tries('stranger@telar.example')
    const failed = (await bea.get('/audit?act=sign-in-failed&limit=2')).expect(200)
    const who = { id: await access.idOf('Bea'), name: 'Bea' }
    expect(failed.each('entries', 'about')).toEqual([null, who])
    expect(failed.text).not.toContain('stranger')
  })

  it('is read page by page, and by actor and time', async () => {
    const all = (await bea.get('/audit?limit=500')).expect(200)
    const ids = all.each('entries', 'id')
    expect(all.at('next')).toBeNull()
    const first = (await bea.get('/audit?limit=3')).expect(200)
    expect(first.each('entries', 'id')).toEqual(ids.slice(0, 3))
    const second = (await bea.get(`/audit?limit=3&before=${first.string('next')}`)).expect(200)
    expect(second.each('entries', 'id')).toEqual(ids.slice(3, 6))
    const own = (await bea.get('/audit', { query: { actor: await access.idOf('Bea') } })).expect(200)
    expect(new Set(own.each('entries', 'act'))).toEqual(new Set(['sign-in']))
    expect((await bea.get('/audit?from=2100-01-01')).list('entries')).toEqual([])
    expect((await bea.get('/audit?to=2000-01-01')).list('entries')).toEqual([])
    expect((await bea.get('/audit?from=2000-01-01&to=2100-01-01&limit=500')).each('entries', 'id')).toEqual(ids)
  })

  it('tells what is published and what leads back', async () => {
    const changeset = (await app.api.post('/changesets', { title: 'T' })).expect(201).string('id')
    const document = { title: 'Auditor', description: 'Reads', modules: {}, capabilities: ['viewAudit'] }
    ;(await app.api.put(`/changesets/${changeset}/documents/roles/auditor.json`, document)).expect(200)
    const version = (await app.api.post(`/changesets/${changeset}/publish`, { message: 'more' }))
      .expect(200)
      .at('version')
    ;(await app.api.post('/versions/1/restore')).expect(201)
    const audit = (await bea.get('/audit?act=publish,restore-version&limit=2')).expect(200)
    expect(audit.list('entries')).toMatchObject([
      { act: 'restore-version', actor: { name: 'ada' }, detail: { version: 1 } },
      { act: 'publish', actor: { name: 'ada' }, detail: { version, message: 'more' } },
    ])
  })

  it('holds no secret', async () => {
    const made = (await app.api.post('/invitations', { email: 'cai@telar.example', name: 'Cai' })).expect(201)
    const token = new URL(made.string('link')).searchParams.get('token') ?? ''
    const audit = (await bea.get('/audit?limit=500')).expect(200)
    expect(audit.text).not.toContain(token)
    expect(audit.text).not.toContain('correct-horse-9')
  })

  it.each(['limit=0', 'limit=x', 'before=-1', 'before=x', 'actor=Bea', 'from=yesterday', 'colour=red'])(
    'is not asked for with %s',
    async (query) => {
      expect((await bea.get(`/audit?${query}`)).at('code')).toBe('BAD_PARAMETER')
    },
  )

  it('is for those who may read it', async () => {
    const dan = await app.person('Dan', 'user')
    expect((await dan.get('/audit')).issues).toEqual([' CAPABILITY_MISSING'])
  })
})
