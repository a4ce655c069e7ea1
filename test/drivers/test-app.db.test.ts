import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from './test-app.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/ship.json': { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } },
    },
  })
})

afterAll(() => app.stop())

it('serves the documents it was given to the administrator, and nothing to nobody', async () => {
  const made = (await app.api.post('/records/ship', { name: 'Argo' })).expect(201)
  expect((await app.api.get(`/records/ship/${made.string('id')}`)).body).toEqual(made.body)
  expect((await app.anonymous.get('/records/ship')).status).toBe(401)
})

it('publishes more documents and signs in more people', async () => {
  await app.publish({
    'modules/port.json': { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } },
  })
  const nora = await app.person('Nora')
  const made = (await nora.post('/records/port', { name: 'Cádiz' })).expect(201)
  expect(made.at('createdBy')).not.toBeNull()
  expect(app.failures).toEqual([])
})
