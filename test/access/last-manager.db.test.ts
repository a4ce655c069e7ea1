import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const manager = {
  title: 'Manager',
  modules: {},
  capabilities: ['manageUsers', 'manageRoles', 'design', 'publish'],
} as const

let app: TestApp
let bea: Api
let cai: Api
let [beaId, caiId, adaId] = ['', '', '']

beforeAll(async () => {
  app = await startTestApp({
    definition: { 'roles/manager.json': { ...manager, capabilities: [...manager.capabilities] } },
  })
  const access = accessDriver(app.api)
  ;[bea, cai] = [await app.person('Bea', 'user'), await app.person('Cai', 'user')]
  await access.giveRole('Bea', 'manager')
  await access.giveRole('Cai', 'manager')
  ;[beaId, caiId, adaId] = [await access.idOf('Bea'), await access.idOf('Cai'), await access.idOf('ada')]
  // The administrator of the server would always be left.
  await app.runtime.services.auth.users.setBlocked('ada@telar.example', true)
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

it('of two who shut each other out at the same moment one is left', async () => {
  expect((await app.api.get('/me')).status).toBe(401)
  const answers = await Promise.all([
    bea.patch(`/users/${caiId}`, { active: false }),
    cai.patch(`/users/${beaId}`, { roles: [] }),
  ])
  const codes = answers.map((answer) => answer.at('code') ?? 'done')
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
  const left = codes[0] === 'done' ? bea : cai
  expect((await left.get('/me')).at('capabilities')).toContain('manageRoles')
  bea = left
})

it('a version whose roles leave nobody is not published', async () => {
  const me = (await bea.get('/me')).string('member', 'id')
  const changeset = (await bea.post('/changesets', { title: 'T' })).expect(201).string('id')
  const document = `/changesets/${changeset}/documents/roles/manager.json`
  ;(await bea.put(document, { ...manager, capabilities: ['manageUsers', 'design', 'publish'] })).expect(200)
  expect((await bea.post(`/changesets/${changeset}/publish`, {})).body).toMatchObject({
    status: 409,
    code: 'LAST_MANAGER',
  })
  await app.runtime.services.auth.users.setBlocked('ada@telar.example', false)
  expect((await bea.post(`/changesets/${changeset}/publish`, {})).at('code')).toBe('OWN_RIGHTS')
  const ada = await app.signIn('ada')
  ;(await ada.post(`/changesets/${changeset}/publish`, {})).expect(200)
  expect((await bea.get('/me')).at('capabilities')).not.toContain('manageRoles')
  expect((await ada.patch(`/users/${me}`, { active: false })).status).toBe(200)
  expect((await ada.patch(`/users/${adaId}`, { active: false })).at('code')).toBe('LAST_MANAGER')
})
