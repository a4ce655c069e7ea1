import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let stranger: Api
let record: string

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/ship.json': { type: 'object', 'x-module': { name: '{name}' }, properties: { name: { type: 'string' } } },
    },
  })
  record = (await app.api.post('/records/ship', { name: 'Pinta' })).expect(201).string('id')
  stranger = await app.person('Nadie', 'user')
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

describe('somebody who was given no right', () => {
  it('signs in and sees an empty application', async () => {
    const model = (await stranger.get('/model')).expect(200)
    expect(model.body['modules']).toEqual({})
    expect(model.body['navigation']).toEqual([])
    expect(model.each('members', 'name')).toEqual(['Nadie'])
    expect(model.body['teams']).toEqual([])
  })

  it.each([
    ['GET', '/records/ship'],
    ['POST', '/records/ship'],
    ['POST', '/records/ship/query'],
    ['GET', '/records/ship/ID'],
    ['PATCH', '/records/ship/ID'],
    ['DELETE', '/records/ship/ID'],
    ['POST', '/records/ship/ID/restore'],
    ['GET', '/records/ship/ID/history'],
    ['POST', '/files'],
    ['GET', '/users'],
    ['GET', '/roles'],
    ['GET', '/audit'],
    ['GET', '/changesets'],
    ['POST', '/changesets'],
    ['GET', '/versions'],
    ['POST', '/versions/1/restore'],
  ])('is refused %s %s', async (method, address) => {
    const answer = await stranger.call(method, address.replace('ID', record), {
      version: '*',
      ...(method === 'GET' ? {} : { text: '{}' }),
    })
    expect(answer.status).toBe(403)
  })

  it('leaves nothing behind', async () => {
    expect((await app.api.get(`/records/ship/${record}`)).expect(200).body['version']).toBe(1)
    expect((await app.api.get('/records/ship', { query: { count: 'exact' } })).at('count', 'value')).toBe(1)
  })
})

describe('nobody', () => {
  it.each(['/model', '/records/ship', '/changesets', '/versions', '/search?q=pinta', '/openapi.json', '/events'])(
    'is asked to sign in at %s',
    async (address) => {
      expect((await app.anonymous.get(address)).status).toBe(401)
    },
  )
})
