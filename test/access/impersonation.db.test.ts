import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import type { Answer } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let access: AccessDriver
let passed = 0
/** Cookies of sessions, by person. */
let [ada, bea, cai] = ['', '', '']
let [adaId, beaId, caiId, ship] = ['', '', '', '']

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/ship.json': { type: 'object', 'x-module': { name: '{name}' }, properties: { name: { type: 'string' } } },
      'roles/sailor.json': { title: 'Sailor', modules: { '*': { read: 'own', create: 'all', update: 'own' } } },
      'roles/support.json': { title: 'Support', modules: {}, capabilities: ['impersonate'] },
      'roles/people.json': { title: 'People', modules: {}, capabilities: ['manageUsers', 'viewAudit'] },
    },
    now: () => new Date(Date.now() + passed),
  })
  access = accessDriver(app.api)
  await app.person('Bea', 'user')
  await app.person('Cai', 'user')
  await access.giveRole('Bea', 'support')
  await access.giveRole('Cai', 'sailor')
  ;[ada, bea, cai] = [await sessionOf('ada'), await sessionOf('bea'), await sessionOf('cai')]
  ;[adaId, beaId, caiId] = [await access.idOf('ada'), await access.idOf('Bea'), await access.idOf('Cai')]
  ship = (await app.api.post('/records/ship', { name: 'Argo', ownerId: caiId })).expect(201).string('id')
  await app.api.post('/records/ship', { name: 'Ada’s' })
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const sessionOf = async (name: string): Promise<string> =>
  cookieIn(
    await app.anonymous.post('/api/auth/sign-in/email', {
      email: `${name}@telar.example`,
      password: 'correct-horse-9',
    }),
    'session_token',
  )

const cookieIn = (answer: Answer, name: string): string =>
  answer
    .expect(200)
    .headers.getSetCookie()
    .find((cookie) => cookie.includes(name))
    ?.split(';')[0] ?? ''

const get = (cookie: string, address: string): Promise<Answer> => app.anonymous.get(address, { headers: { cookie } })

const post = (cookie: string, address: string, body: Record<string, string> = {}): Promise<Answer> =>
  app.anonymous.post(address, body, { headers: { cookie } })

const start = async (session: string, user: string): Promise<string> =>
  `${session}; ${cookieIn(await post(session, '/impersonation', { user }), 'impersonation')}`

describe('looking as somebody else', () => {
  it('shows what they see, and says who is really there', async () => {
    const answer = await post(ada, '/impersonation', { user: caiId })
    expect(answer.expect(200).at('user')).toEqual({ id: caiId, name: 'Cai' })
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^telar\.impersonation=[^;]+; Max-Age=3600; Path=\/api\/w\/main; HttpOnly; SameSite=Strict$/)
    const eyes = `${ada}; ${cookie.split(';')[0] ?? ''}`
    const by = { id: adaId, name: 'ada', until: answer.at('until') }
    expect((await get(eyes, '/me')).expect(200).body).toMatchObject({
      member: { id: caiId, name: 'Cai' },
      administrator: false,
      capabilities: [],
      impersonatedBy: by,
    })
    expect((await get(eyes, '/model')).expect(200).at('me')).toMatchObject({ id: caiId, impersonatedBy: by })
    expect((await get(eyes, '/records/ship')).expect(200).each('records', 'name')).toEqual(['Argo'])
    expect((await get(eyes, '/users')).status).toBe(403)
    // Without the cookie nothing has changed.
    expect((await get(ada, '/me')).at('impersonatedBy')).toBeNull()
    expect((await get(cai, '/me')).at('impersonatedBy')).toBeNull()
  })

  it('changes nothing, whatever is tried', async () => {
    const eyes = await start(ada, caiId)
    for (const [method, address] of [
      ['POST', '/records/ship'],
      ['PATCH', `/records/ship/${ship}`],
      ['DELETE', `/records/ship/${ship}`],
      ['POST', '/records/ship/batch'],
      ['POST', `/records/ship/${ship}/restore`],
      ['POST', `/records/ship/${ship}/shares`],
      ['POST', '/records/query'],
      ['POST', '/files'],
      ['POST', '/changesets'],
      ['PATCH', `/users/${caiId}`],
      ['POST', '/teams'],
      ['POST', '/impersonation'],
    ] as const) {
      const answer = await app.anonymous.call(method, address, { text: '{"name":"X"}', headers: { cookie: eyes } })
      expect([method, address, answer.status]).toEqual([method, address, 403])
      expect(answer.body).toMatchObject({ code: 'IMPERSONATING', params: { name: 'Cai' } })
    }
    expect((await post(eyes, '/records/ship/query')).expect(200).each('records', 'name')).toEqual(['Argo'])
    expect((await post(eyes, '/records/ship/aggregate')).status).toBe(200)
    expect((await get(ada, `/records/ship/${ship}`)).at('version')).toBe(1)
  })

  it('ends when it is ended, and stands in the audit', async () => {
    const eyes = await start(bea, caiId)
    const ended = await app.anonymous.delete('/impersonation', { headers: { cookie: eyes } })
    expect([ended.status, ended.headers.getSetCookie()[0]]).toEqual([
      204,
      'telar.impersonation=; Max-Age=0; Path=/api/w/main; HttpOnly; SameSite=Strict',
    ])
    ;(await app.anonymous.delete('/impersonation', { headers: { cookie: bea } })).expect(204)
    const audit = (await app.api.get('/audit?act=impersonation-started,impersonation-ended&limit=2')).expect(200)
    expect(audit.list('entries')).toMatchObject([
      { act: 'impersonation-ended', actor: { id: beaId, name: 'Bea' }, detail: { user: { id: caiId, name: 'Cai' } } },
      { act: 'impersonation-started', actor: { id: beaId, name: 'Bea' }, detail: { user: { id: caiId, name: 'Cai' } } },
    ])
  })

  it('is not for everybody, nor as anybody', async () => {
    expect((await post(cai, '/impersonation', { user: beaId })).issues).toEqual([' CAPABILITY_MISSING'])
    expect((await post(bea, '/impersonation', { user: adaId })).body).toMatchObject({
      status: 403,
      code: 'MORE_RIGHTS',
      params: { name: 'ada' },
    })
    expect((await post(bea, '/impersonation', { user: beaId })).issues).toEqual(['/user SAME_PERSON'])
    expect((await post(bea, '/impersonation', { user: 'Cai' })).issues).toEqual(['/user format'])
    expect((await post(bea, '/impersonation')).issues).toEqual(['/user required'])
    expect((await post(bea, '/impersonation', { user: '0198c1e2-7a4b-7c3d-8e5f-00000000a001' })).issues).toEqual([
      '/user USER_MISSING',
    ])
    await app.person('Dan', 'user')
    const dan = await access.idOf('Dan')
    ;(await access.change('Dan', { active: false })).expect(200)
    expect((await post(ada, '/impersonation', { user: dan })).issues).toEqual(['/user USER_INACTIVE'])
  })

  it('belongs to one session and cannot be made up', async () => {
    const eyes = await start(ada, caiId)
    const [, cookie = ''] = eyes.split('; ')
    const again = await sessionOf('ada')
    const own = async (cookies: string): Promise<unknown> => (await get(cookies, '/me')).at('member', 'name')
    expect(await own(`${again}; ${cookie}`)).toBe('ada')
    expect(await own(`${bea}; ${cookie}`)).toBe('Bea')
    const [name = '', value = ''] = cookie.split('=')
    const forged = Buffer.from(
      JSON.stringify({ workspace: app.runtime.workspace.id, user: beaId, until: Date.now() + 1e9 }),
    ).toString('base64url')
    for (const bad of ['', 'x', '.', `${value}x`, `${forged}.${value.split('.')[1] ?? ''}`, `${forged}.`, '%00.%00'])
      expect(await own(`${ada}; ${name}=${bad}`)).toBe('ada')
    expect(await own(`${ada}; ${name}=${value}`)).toBe('Cai')
    expect((await get(cookie, '/me')).status).toBe(401)
  })

  it('ends with the right to it, with more rights of the other, and when the other leaves', async () => {
    const eyes = await start(bea, caiId)
    const who = async (): Promise<unknown> => (await get(eyes, '/me')).at('member', 'name')
    expect(await who()).toBe('Cai')
    await access.giveRole('Cai', 'sailor', 'people')
    expect(await who()).toBe('Bea')
    await access.giveRole('Cai', 'sailor')
    expect(await who()).toBe('Cai')
    ;(await access.change('Cai', { active: false })).expect(200)
    expect(await who()).toBe('Bea')
    ;(await access.change('Cai', { active: true })).expect(200)
    expect(await who()).toBe('Cai')
    await access.giveRole('Bea')
    expect((await get(eyes, '/me')).status).toBe(401)
    await access.giveRole('Bea', 'support')
  })

  it('lasts an hour at most', async () => {
    const eyes = await start(ada, caiId)
    passed += 59 * 60_000
    expect((await get(eyes, '/me')).at('member', 'name')).toBe('Cai')
    passed += 61_000
    expect((await get(eyes, '/me')).at('member', 'name')).toBe('ada')
  })

  it('is not for programs', async () => {
    const key = (
      await app.anonymous.post('/api/auth/api-key/create', { name: 'program' }, { headers: { cookie: ada } })
    )
      .expect(201)
      .string('key')
    const headers = { authorization: `Bearer ${key}` }
    expect((await app.anonymous.post('/impersonation', { user: caiId }, { headers })).at('code')).toBe('SESSION_NEEDED')
    const eyes = await start(ada, caiId)
    const beside = await app.anonymous.get('/me', { headers: { ...headers, cookie: eyes } })
    expect(beside.at('member', 'name')).toBe('ada')
  })

  it('a key that names roles has no others, its owner’s administration neither', async () => {
    const made = await app.anonymous.post(
      '/api/auth/api-key/create',
      { name: 'limited', roles: ['sailor'] },
      { headers: { cookie: ada } },
    )
    const headers = { authorization: `Bearer ${made.expect(201).string('key')}` }
    expect((await app.anonymous.get('/me', { headers })).expect(200).body).toMatchObject({
      administrator: false,
      roles: [{ name: 'sailor' }],
      capabilities: [],
    })
    expect((await app.anonymous.get('/users', { headers })).status).toBe(403)
    expect((await app.runtime.app.request('http://127.0.0.1:4400/metrics', { headers })).status).toBe(403)
    expect((await app.anonymous.get('/records/ship', { headers })).each('records', 'name')).toEqual(['Ada’s'])
    expect((await get(ada, '/me')).at('administrator')).toBe(true)
  })
})
