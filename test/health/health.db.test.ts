import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { closeHttp, listenHttp } from '../../packages/runtime/src/http/listen.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const ship = { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } }

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ definition: { 'modules/ship.json': ship } })
})

afterAll(() => app.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  app.runtime.app.request(`http://127.0.0.1:4400${path}`, { headers })

it('is alive and ready', async () => {
  expect((await get('/healthz')).status).toBe(200)
  const ready = await get('/readyz')
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', database: true, worker: 'alive', role: 'all', versions: { main: 1 }, behind: [] },
  ])
})

it('is not ready while the database is away, and still alive', async () => {
  const { pool } = app.runtime.services
  const away = vi.spyOn(pool, 'query').mockImplementation(() => {
    throw new Error('away')
  })
  const ready = await get('/readyz')
  expect([ready.status, Object(await ready.json()).database]).toEqual([503, false])
  expect((await get('/healthz')).status).toBe(200)
  away.mockRestore()
})

it('is not ready when it cannot load what is published', async () => {
  const { pool } = app.runtime.services
  await pool.query(`update telar.workspace set published = 99`)
  const refresh = vi.spyOn(app.runtime.services.snapshots, 'refresh').mockRejectedValue(new Error('broken'))
  const ready = await get('/readyz')
  expect([ready.status, Object(await ready.json()).behind]).toEqual([503, ['main']])
  refresh.mockRestore()
  await pool.query(`update telar.workspace set published = 1`)
})

it('tells administrators what it measured, by routes and never by addresses', async () => {
  const id = (await app.api.post('/records/ship', { name: 'Argo' })).string('id')
  await app.api.get(`/records/ship/${id}`)
  await app.api.get('/nowhere')
  const { text, headers } = (await app.api.get('/api/../metrics')).expect(200)
  expect(headers.get('content-type')).toContain('text/plain')
  expect(text).toContain(
    'telar_http_request_duration_seconds_count{method="GET",route="/api/w/:ws/records/:module/:id",status="200"}',
  )
  expect(text).toContain('telar_published_version{workspace="main"} 1')
  expect(text).toMatch(/telar_pool_connections\{state="idle"\} \d/)
  expect(text).toContain('telar_worker_alive{role="worker"} 1')
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  expect(text).not.toContain(id)
})

it('tells its measures to nobody else', async () => {
  const nora = await app.person('Nora', 'user')
  expect((await nora.get('/api/../metrics')).status).toBe(403)
  expect((await app.anonymous.get('/api/../metrics')).status).toBe(401)
})

it('tells them to programs on this machine, unless a proxy stands between', async () => {
  const port = await freePort()
  const server = await listenHttp(app.runtime.app, { host: '127.0.0.1', port })
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).status
  expect(await ask({})).toBe(200)
  expect(await ask({ 'x-forwarded-for': '10.1.2.3' })).toBe(401)
  await closeHttp(server)
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
