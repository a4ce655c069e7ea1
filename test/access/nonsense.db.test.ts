import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AccessDriver, accessDriver } from '../drivers/access.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let access: AccessDriver
let calls: readonly (readonly [method: string, address: string])[]
let [user, team, ship] = ['', '', '']

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/ship.json': { type: 'object', 'x-module': { name: '{name}' }, properties: { name: { type: 'string' } } },
      'roles/sailor.json': { title: 'Sailor', modules: { '*': { read: 'all' } } },
    },
  })
  access = accessDriver(app.api)
  await app.person('Bea', 'user')
  ;[user, team] = [await access.idOf('Bea'), await access.makeTeam('Norte')]
  ship = (await app.api.post('/records/ship', { name: 'Argo' })).expect(201).string('id')
  calls = [
    ['PATCH', `/users/${user}`],
    ['POST', `/users/${user}/reassign`],
    ['POST', '/invitations'],
    ['POST', '/teams'],
    ['PATCH', `/teams/${team}`],
    ['POST', `/records/ship/${ship}/shares`],
    ['POST', '/impersonation'],
  ]
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const state = async (): Promise<readonly string[]> =>
  Promise.all(
    ['/users', '/teams', '/roles', '/invitations', `/records/ship/${ship}/shares`].map(
      async (address) => (await app.api.get(address)).expect(200).text,
    ),
  )

it.each(['', '{', '[]', 'null', '"x"', '7', '{"__proto__":{"roles":[]}}', `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`])(
  'no act takes the body %s',
  async (text) => {
    const before = await state()
    for (const [method, address] of calls) {
      const answer = await app.api.call(method, address, { text })
      expect([address, [400, 422].includes(answer.status)]).toEqual([address, true])
    }
    expect(await state()).toEqual(before)
  },
)

it('no act takes another form than JSON', async () => {
  for (const [method, address] of calls) {
    const answer = await app.api.call(method, address, {
      text: 'roles=sailor',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([address, answer.at('code')]).toEqual([address, 'UNSUPPORTED_MEDIA'])
  }
})

it('whatever is sent is done or refused, and nothing breaks', async () => {
  const names = ['active', 'roles', 'teams', 'attributes', 'to', 'modules', 'email', 'name', 'language']
  const more = ['key', 'parent', 'members', 'user', 'team', 'level', 'x']
  const words = fc.constantFrom(user, team, ship, 'sailor', 'read', 'write', 'en', 'a\u0000', '\ud800', '', 'ship', 'ñ')
  const value = fc.oneof(
    words,
    fc.constantFrom(null, true, false, 0, -1, 1e308),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.array(words, { maxLength: 3 }),
    fc.dictionary(words, words, { maxKeys: 2 }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.dictionary(fc.constantFrom(...names, ...more), value, { maxKeys: 4 }),
      async (index, body) => {
        const [method, address] = calls[index % calls.length] ?? ['', '']
        const answer = await app.api.call(method, address, { text: JSON.stringify(body) })
        expect([address, JSON.stringify(body), answer.status < 500]).toEqual([address, JSON.stringify(body), true])
        for (const [place] of answer.list('issues').entries()) {
          const message = answer.string('issues', place, 'message')
          expect([message === '', message === answer.at('issues', place, 'code')]).toEqual([false, false])
        }
      },
    ),
    { numRuns: 400 },
  )
})
