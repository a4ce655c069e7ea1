import type { JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const nowhere = '0198c1e2-7a4b-7c3d-8e5f-00000000a001'

let app: TestApp
let access: AccessDriver
let bea: Api

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/ship.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: { name: { type: 'string' }, crew: { 'x-field': 'team' } },
      },
      'roles/sailor.json': { title: 'Sailor', modules: { '*': { read: 'teamTree' } } },
      'roles/mate.json': { title: 'Mate', modules: { '*': { read: 'team' } } },
      'sharing/ship/harbour.json': {
        module: 'ship',
        title: 'For the harbour',
        where: { field: 'name', op: 'equals', value: 'Pinta' },
        level: 'read',
        to: { team: 'harbour' },
      },
    },
  })
  access = accessDriver(app.api)
  bea = await app.person('Bea', 'user')
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const names = async (api: Api): Promise<readonly unknown[]> =>
  (await api.get('/records/ship?sort=name')).expect(200).each('records', 'name')

describe('the tree of teams', () => {
  it('is told from the top, with keys made of names', async () => {
    const spain = await access.makeTeam('España')
    const north = await access.makeTeam('Norte y Galicia', spain)
    const second = await access.makeTeam('España')
    const named = (await app.api.post('/teams', { name: 'Ñandú', key: 'birds', parent: north })).expect(201)
    expect((await app.api.get('/teams')).expect(200).list('teams')).toMatchObject([
      { id: spain, key: 'espana', name: 'España', parent: null, depth: 0, members: [], roles: [] },
      { id: north, key: 'norte-y-galicia', parent: spain, depth: 1 },
      { id: named.at('team', 'id'), key: 'birds', depth: 2 },
      { id: second, key: 'espana-2', depth: 0 },
    ])
    // Names are for everybody, people and roles for those who manage them.
    expect((await bea.get('/teams')).expect(200).at('teams', 0)).toEqual({
      id: spain,
      key: 'espana',
      name: 'España',
      parent: null,
      depth: 0,
    })
    for (const id of [named.string('team', 'id'), north, spain, second])
      (await app.api.delete(`/teams/${id}`)).expect(200)
    expect((await app.api.get('/teams')).list('teams')).toEqual([])
  })

  it.each<[string, JsonObject, string]>([
    ['no name', {}, '/name required'],
    ['an empty name', { name: '' }, '/name minLength'],
    ['a name of spaces', { name: '   ' }, '/name minLength'],
    ['a name that is too long', { name: 'x'.repeat(201) }, '/name maxLength'],
    ['a name that cannot be stored', { name: 'a\u0000' }, '/name characters'],
    ['a key that is none', { name: 'X', key: 'Big Ones' }, '/key pattern'],
    ['a key that another has', { name: 'X', key: 'harbour' }, '/key TEAM_KEY_TAKEN'],
    ['a parent that there is not', { name: 'X', parent: nowhere }, '/parent TEAM_MISSING'],
    ['a parent that is no id', { name: 'X', parent: 'north' }, '/parent format'],
    ['people that there are not', { name: 'X', members: [nowhere] }, '/members/0 USER_MISSING'],
    ['roles that there are not', { name: 'X', roles: ['mate', 'king'] }, '/roles/1 ROLE_UNKNOWN'],
    ['what teams do not have', { name: 'X', budget: 3 }, '/budget additionalProperties'],
  ])('takes no team with %s', async (_what, body, issue) => {
    const harbour = (await app.api.post('/teams', { name: 'Harbour' })).expect(201).string('team', 'id')
    const answer = await app.api.post('/teams', body)
    expect([answer.status, answer.issues]).toEqual([422, [issue]])
    expect((await app.api.get('/teams')).list('teams')).toHaveLength(1)
    ;(await app.publish({ 'sharing/ship/harbour.json': null })).toString()
    ;(await app.api.delete(`/teams/${harbour}`)).expect(200)
  })

  it('has no cycle and an end', async () => {
    const chain: string[] = []
    for (let depth = 0; depth < 20; depth += 1) chain.push(await access.makeTeam(`L${String(depth)}`, chain.at(-1)))
    const [top = '', second = ''] = chain
    const last = chain.at(-1) ?? ''
    const deeper = await app.api.post('/teams', { name: 'L20', parent: last })
    expect([deeper.status, deeper.issues]).toEqual([422, ['/parent TEAM_TOO_DEEP']])
    for (const parent of [top, second, last])
      expect((await app.api.patch(`/teams/${top}`, { parent })).issues).toEqual(['/parent TEAM_CYCLE'])
    const other = await access.makeTeam('Other')
    expect((await app.api.patch(`/teams/${top}`, { parent: other })).issues).toEqual(['/parent TEAM_TOO_DEEP'])
    ;(await app.api.patch(`/teams/${second}`, { parent: null })).expect(200)
    ;(await app.api.patch(`/teams/${top}`, { parent: last })).expect(200)
    expect((await app.api.patch(`/teams/${second}`, { parent: top })).issues).toEqual(['/parent TEAM_CYCLE'])
    ;(await app.api.delete(`/teams/${top}`)).expect(200)
    for (const id of chain.slice(1).toReversed()) (await app.api.delete(`/teams/${id}`)).expect(200)
    ;(await app.api.delete(`/teams/${other}`)).expect(200)
  })

  it('of two that become each other’s parent at the same moment takes one', async () => {
    const [one, other] = [await access.makeTeam('One'), await access.makeTeam('Other')]
    const answers = await Promise.all([
      app.api.patch(`/teams/${one}`, { parent: other }),
      app.api.patch(`/teams/${other}`, { parent: one }),
    ])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]))
    for (const answer of await Promise.all([one, other].map((id) => app.api.delete(`/teams/${id}`))))
      expect([200, 409]).toContain(answer.status)
    for (const id of [one, other]) await app.api.delete(`/teams/${id}`)
    expect((await app.api.get('/teams')).list('teams')).toEqual([])
  })

  it.each(['nothing', nowhere])('answers 404 for %s', async (id) => {
    expect((await app.api.patch(`/teams/${id}`, { name: 'X' })).at('code')).toBe('TEAM_UNKNOWN')
    expect((await app.api.delete(`/teams/${id}`)).at('code')).toBe('TEAM_UNKNOWN')
  })
})

describe('roles and records of a team', () => {
  it('reach those in it and below it, at once, and leave with it', async () => {
    const top = await access.makeTeam('Top')
    const below = await access.makeTeam('Below', top)
    const side = await access.makeTeam('Side')
    for (const [name, teamId] of [
      ['Niña', top],
      ['Pinta', below],
      ['Santa María', side],
    ] as const)
      (await app.api.post('/records/ship', { name, teamId })).expect(201)
    ;(await app.api.patch(`/teams/${top}`, { roles: ['mate'] })).expect(200)
    await access.putInTeam('Bea', below)
    expect(await names(bea)).toEqual(['Pinta'])
    await access.putInTeam('Bea', below, top)
    expect(await names(bea)).toEqual(['Niña', 'Pinta'])
    expect((await bea.get('/me')).each('teams', 'name')).toEqual(['Below', 'Top'])
    // The main team is the first, and new records get it.
    await access.putInTeam('Bea', top, below)
    expect((await bea.get('/me')).each('teams', 'name')).toEqual(['Top', 'Below'])
    ;(await app.api.patch(`/teams/${top}`, { roles: ['sailor'] })).expect(200)
    bea = await app.signIn('Bea')
    ;(await app.api.patch(`/teams/${side}`, { parent: below })).expect(200)
    expect(await names(bea)).toEqual(['Niña', 'Pinta', 'Santa María'])

    const inUse = await app.api.delete(`/teams/${below}`)
    expect([inUse.status, inUse.at('code'), inUse.at('params')]).toEqual([409, 'TEAM_IN_USE', { records: 1, teams: 1 }])
    for (const [moveTo, issue] of [
      [below, '/moveTo TEAM_BELOW'],
      [side, '/moveTo TEAM_BELOW'],
      [nowhere, '/moveTo TEAM_MISSING'],
      ['north', '/moveTo TEAM_MISSING'],
    ] as const)
      expect((await app.api.delete(`/teams/${below}?moveTo=${moveTo}`)).issues).toEqual([issue])
    expect((await app.api.delete(`/teams/${below}?moveto=${top}`)).status).toBe(400)
    const moved = (await app.api.delete(`/teams/${below}?moveTo=${top}`)).expect(200)
    expect(moved.body).toEqual({ records: 1, teams: 1 })
    expect((await app.api.get('/teams')).each('teams', 'name')).toEqual(['Top', 'Side'])
    const pinta = (await app.api.get('/records/ship?q=pinta')).string('records', 0, 'id')
    expect((await app.api.get(`/records/ship/${pinta}/history`)).at('entries', 0, 'changes')).toEqual([
      { field: 'teamId', before: below, after: top },
    ])
    bea = await app.signIn('Bea')
    expect(await names(bea)).toEqual(['Niña', 'Pinta', 'Santa María'])
    await access.putInTeam('Bea')
    bea = await app.signIn('Bea')
    expect((await bea.get('/records/ship')).status).toBe(403)
  })

  it('go along where a field names the team, and from the bin', async () => {
    const [from, to] = [await access.makeTeam('From'), await access.makeTeam('To')]
    const named = (await app.api.post('/records/ship', { name: 'Argo', crew: from })).expect(201).string('id')
    const binned = (await app.api.post('/records/ship', { name: 'Gone', teamId: from })).expect(201).string('id')
    ;(await app.api.delete(`/records/ship/${binned}`)).expect(204)
    expect((await app.api.delete(`/teams/${from}`)).at('params')).toEqual({ records: 2, teams: 0 })
    expect((await app.api.delete(`/teams/${from}?moveTo=${to}`)).expect(200).at('records')).toBe(2)
    expect((await app.api.get(`/records/ship/${named}`)).at('crew')).toMatchObject({ id: to, label: 'To' })
    expect((await app.api.post(`/records/ship/${binned}/restore`)).expect(200).at('teamId')).toBe(to)
  })
})

describe('a team that a sharing rule names', () => {
  it('keeps its key and stays, until the rule goes', async () => {
    const yard = (await app.api.post('/teams', { name: 'Yard' })).expect(201).string('team', 'id')
    const rule = {
      module: 'ship',
      title: 'For the yard',
      where: { field: 'name', op: 'equals', value: 'Pinta' },
      level: 'read',
      to: { team: 'yard' },
    }
    await app.publish({ 'sharing/ship/yard.json': rule })
    const named = { code: 'TEAM_IN_SHARING_RULE', params: { team: 'Yard', rule: 'ship/yard' } }
    expect((await app.api.patch(`/teams/${yard}`, { key: 'dock' })).body).toMatchObject(named)
    expect((await app.api.delete(`/teams/${yard}`)).body).toMatchObject(named)
    ;(await app.api.patch(`/teams/${yard}`, { name: 'The yard', key: 'yard' })).expect(200)
    await app.publish({ 'sharing/ship/yard.json': null })
    ;(await app.api.patch(`/teams/${yard}`, { key: 'dock' })).expect(200)
    ;(await app.api.delete(`/teams/${yard}`)).expect(200)
  })
})

describe('roles', () => {
  it('are listed with those who have them, and what nobody knows any more is told', async () => {
    const team = await access.makeTeam('Crew')
    ;(await app.api.patch(`/teams/${team}`, { roles: ['sailor', 'mate'] })).expect(200)
    await access.change('Bea', { roles: ['mate'], teams: [team] })
    const id = await access.idOf('Bea')
    const roles = (await app.api.get('/roles')).expect(200)
    expect(roles.list('roles')).toMatchObject([
      { name: 'mate', title: 'Mate', path: 'roles/mate.json', members: [id], teams: [team], people: 1 },
      { name: 'sailor', members: [], people: 1, capabilities: [] },
    ])
    expect(roles.at('unknown')).toEqual([])
    const mate = roles.string('roles', 0, 'id')
    await app.publish({ 'roles/mate.json': null })
    const later = (await app.api.get('/roles')).expect(200)
    expect(later.each('roles', 'name')).toEqual(['sailor'])
    expect(later.at('unknown')).toEqual([{ id: mate, members: [id], teams: [team] }])
    const user = (await app.api.get(`/users/${id}`)).expect(200)
    expect(user.at('user')).toMatchObject({ roles: [], teamRoles: ['sailor'], unknownRoles: [mate] })
    expect((await bea.get('/me')).status).toBe(200)
    // A change of the others keeps it, for the day the version is restored.
    await access.change('Bea', { roles: ['sailor'] })
    expect((await app.api.get(`/users/${id}`)).at('user')).toMatchObject({ roles: ['sailor'], unknownRoles: [mate] })
  })
})
