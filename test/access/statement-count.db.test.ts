import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { accessDriver } from '../drivers/access.ts'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let bea: Api
let ship = ''

/** Own and the teams' ships with what they are worth, those of teams below without. */
const roles = {
  captain: { title: 'Captain', modules: { ship: { read: 'own', create: 'own' }, port: { read: 'all' } } },
  mate: { title: 'Mate', modules: { ship: { read: 'team' } } },
  clerk: { title: 'Clerk', modules: { ship: { read: 'teamTree', fields: { worth: 'hidden', port: 'hidden' } } } },
}

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/port.json': { type: 'object', 'x-module': { name: '{name}' }, properties: { name: { type: 'string' } } },
      'modules/ship.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        'x-indexes': [['worth']],
        properties: {
          name: { type: 'string' },
          worth: { type: 'integer' },
          port: { 'x-field': 'link', 'x-link': { module: 'port', inverse: 'ships' } },
        },
      },
      ...Object.fromEntries(Object.entries(roles).map(([name, role]) => [`roles/${name}.json`, role])),
    },
  })
  const access = accessDriver(app.api)
  bea = await app.person('Bea', 'user')
  await access.giveRole('Bea', ...Object.keys(roles))
  const [own, above] = [await access.makeTeam('Own'), await access.makeTeam('Above')]
  await access.putInTeam('Bea', own)
  const deep = await access.makeTeam('Deep', own)
  const beaId = await access.idOf('Bea')
  const port = (await app.api.post('/records/port', { name: 'Cádiz' })).expect(201).string('id')
  for (let number = 0; number < 120; number += 1) {
    const whose = [{ ownerId: beaId }, { teamId: own }, { teamId: deep }, { teamId: above }][number % 4]
    const made = await app.api.post('/records/ship', { name: `Ship ${number}`, worth: number, port, ...whose })
    if (number % 4 === 0) ship = made.expect(201).string('id')
  }
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

/** Statements of a request by somebody whose rights are known already; what is asked again every few seconds apart. */
const statementsOf = async (api: Api, path: string): Promise<{ readonly count: number; readonly found: number }> => {
  const found = (await api.get(path)).expect(200)
  const counts: number[] = []
  for (let time = 0; time < 3; time += 1) {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    ;(await api.get(path)).expect(200)
    counts.push(spy.mock.calls.length)
    spy.mockRestore()
  }
  const records = found.at('records')
  return { count: Math.min(...counts), found: Array.isArray(records) ? records.length : 1 }
}

const filter = encodeURIComponent(JSON.stringify({ field: 'worth', op: 'atLeast', value: 1 }))

it.each([
  ['the newest 50', '/records/ship?limit=50'],
  ['50 by a hidden cell', '/records/ship?limit=50&sort=-worth'],
  ['50 where a hidden cell is so', `/records/ship?limit=20&filter=${filter}`],
  ['50 with what they lead to', '/records/ship?limit=50&fields=name,worth,port,port.name,ownerId'],
])('%s cost as many statements whatever the rights', async (_what, path) => {
  const [all, some] = [await statementsOf(app.api, path), await statementsOf(bea, path)]
  expect(some.found).toBe(all.found)
  expect(all.count).toBe(1)
  expect(some.count).toBe(all.count)
})

it('one record costs as many statements whatever the rights', async () => {
  const path = `/records/ship/${ship}`
  expect((await bea.get(path)).expect(200).at('worth')).not.toBeNull()
  expect((await statementsOf(bea, path)).count).toBe(1)
  expect((await statementsOf(app.api, path)).count).toBe(1)
})

it('cells are hidden from one and shown to the other', async () => {
  const worths = async (api: Api): Promise<readonly unknown[]> =>
    (await api.get('/records/ship?limit=50'))
      .expect(200)
      .list('records')
      .map((one) => (one as { worth: unknown }).worth) // oxlint-disable-line typescript/no-unsafe-type-assertion -- records are objects
  expect(await worths(app.api)).not.toContain(null)
  expect(await worths(bea)).toContain(null)
})
