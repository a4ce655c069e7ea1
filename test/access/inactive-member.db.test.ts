import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Api } from '../drivers/api.ts'
import { readEvents } from '../drivers/event-reader.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let bea: Api
let passed = 0

beforeAll(async () => {
  app = await startTestApp({
    definition: { 'modules/ship.json': { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } } },
    now: () => new Date(Date.now() + passed),
  })
  bea = await app.person('Bea')
})

afterAll(() => app.stop())

/** What is remembered of members is older than it may be from now on. */
const later = (): void => {
  passed += 6000
}

const setActive = async (active: boolean): Promise<void> => {
  const { schema } = app.runtime.services.snapshots.current('main')?.workspace ?? { schema: '' }
  const client = new pg.Client({ connectionString: app.connectionString })
  await client.connect()
  try {
    await client.query(`update "${schema}".member set active = $1 where name = 'Bea'`, [active])
  } finally {
    await client.end()
  }
  later()
}

it('keeps a member out who was made inactive, and lets nobody else feel it', async () => {
  expect((await bea.get('/model')).status).toBe(200)
  await setActive(false)
  const answers = [
    await bea.get('/model'),
    await bea.get('/records/ship'),
    await bea.post('/records/ship', { name: 'Argo' }),
    await bea.get('/events'),
    await bea.post('/changesets', { title: 'mine' }),
  ]
  expect(answers.map((answer) => [answer.status, answer.at('code')])).toEqual(
    answers.map(() => [403, 'MEMBER_INACTIVE']),
  )
  const spanish = await bea.get('/model', { headers: { 'accept-language': 'es' } })
  expect(spanish.string('detail')).toContain('Ya no formas parte')
  expect((await app.api.get('/records/ship')).status).toBe(200)
  await setActive(true)
  expect((await bea.get('/model')).status).toBe(200)
})

it('ends what such a member was listening to', async () => {
  const answer = await app.anonymous.post('/api/auth/sign-in/email', {
    email: 'bea@telar.example',
    password: 'correct-horse-9',
  })
  const cookie = answer.expect(200).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const reader = readEvents(
    await app.runtime.app.request('http://127.0.0.1:4400/api/w/main/events', { headers: { cookie } }),
  )
  await reader.next('ready')
  await setActive(false)
  expect(await reader.next('change')).toBeUndefined()
  await reader.close()
  await setActive(true)
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
