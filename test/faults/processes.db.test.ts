import net from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Answer } from '../drivers/api.ts'
import { cloneDatabase } from '../drivers/database.ts'
import {
  dataFolder,
  embeddedState,
  postmasterOf,
  type ServerProcess,
  smallTemplate,
  startProcess,
} from '../drivers/server-process.ts'

/** The exit code of what cannot be had now. */
const unavailable = 3

const template = smallTemplate()
const data = dataFolder()
let server: ServerProcess

const start = (more: Partial<Parameters<typeof startProcess>[0]> = {}) =>
  startProcess({ dataDir: data.folder, template: template.folder, ...more })

beforeAll(() => {
  server = start()
})

afterAll(async () => {
  server.kill('SIGTERM')
  await server.ended
  template.remove()
  data.remove()
})

describe('a server on its own PostgreSQL', () => {
  it('answers 503 while PostgreSQL is gone, and works again by itself', async () => {
    const { api } = await server.ready()
    const id = (await api.post('/records/ship', { name: 'Argo' })).expect(201).string('id')
    process.kill(postmasterOf(data.folder), 'SIGKILL')
    const answers: Answer[] = []
    const isBack = (): boolean => answers.at(-1)?.status === 200 && answers.some(({ status }) => status === 503)
    while (!isBack()) answers.push(await api.get('/records/ship'))
    const refusals = answers.filter(({ status }) => status !== 200)
    expect(
      new Set(
        refusals.map((answer) => `${answer.status} ${answer.string('code')} ${answer.headers.get('retry-after')}`),
      ),
    ).toEqual(new Set(['503 UNAVAILABLE 2']))
    expect((await api.patch(`/records/ship/${id}`, { name: 'Argo II' })).expect(200).at('version')).toBe(2)
  })

  it('is one: a second start on the same data directory says who has it, and ends', async () => {
    const second = start()
    expect(await second.ended).toBe(unavailable)
    expect(second.output()).toContain(`process ${server.pid}`)
    expect(second.output().trim().split('\n')).toHaveLength(1)
  })

  it('starts again after it alone was killed, with all it knew', async () => {
    server.kill('SIGKILL')
    expect(await server.ended).toBe('SIGKILL')
    server = start()
    const { api } = await server.ready()
    expect((await api.get('/records/ship')).string('records', 0, 'name')).toBe('Argo II')
  })

  it('brings what it began to an end when it is told to stop, and takes no more', async () => {
    const { api } = await server.ready()
    const id = (await api.post('/records/ship', { name: 'Slow' })).string('id')
    const { port, password } = embeddedState(data.folder)
    const holder = new pg.Client({ connectionString: `postgres://telar:${password}@127.0.0.1:${port}/telar` })
    await holder.connect()
    const { rows } = await holder.query(
      `select table_name from information_schema.columns where table_schema = 'ws_main' and table_name like 'ship%' limit 1`,
    )
    await holder.query('begin')
    await holder.query(`select 1 from ws_main."${rows[0].table_name}" where id = $1 for update`, [id])
    const slow = api.patch(`/records/ship/${id}`, { name: 'Slow but sure' })
    await untilWaiting(holder)
    server.kill('SIGTERM')
    await refused(api)
    await holder.query('rollback')
    await holder.end()
    expect((await slow).expect(200).string('name')).toBe('Slow but sure')
    expect(await server.ended).toBe(0)
    server = start()
    await server.ready()
  })
})

const untilWaiting = async (client: pg.Client): Promise<void> => {
  for (;;) {
    const { rowCount } = await client.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)
    if (rowCount === 1) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Comes back when new requests find nobody. */
const refused = async (api: { readonly get: (path: string) => Promise<unknown> }): Promise<void> => {
  for (;;) {
    const isAnswered = await api.get('/healthz').then(
      () => true,
      () => false,
    )
    if (!isAnswered) return
  }
}

describe('a start that cannot be', () => {
  it('says that the port is taken', async () => {
    const taken = net.createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const other = dataFolder()
    const failing = start({ dataDir: other.folder, port: typeof address === 'object' ? (address?.port ?? 0) : 0 })
    expect(await failing.ended).toBe(unavailable)
    expect(failing.output()).toMatch(/^Port \d+ is already in use; .*\n$/)
    taken.close()
    other.remove()
  })

  it.each([
    ['nobody listens', (url: URL) => (url.port = '1'), /cannot be reached/],
    ['the password is wrong', (url: URL) => (url.password = 'hunter2-wrong'), /refuses the user or the password/],
    ['there is no such database', (url: URL) => (url.pathname = '/nowhere'), /There is no database/],
    ['there is no such host', (url: URL) => (url.hostname = 'nowhere.invalid'), /cannot be reached/],
  ])('says that %s at DATABASE_URL, without the password', async (_what, spoil, sentence) => {
    const database = await cloneDatabase()
    const url = new URL(database.connectionString)
    spoil(url)
    const other = dataFolder()
    const failing = start({ dataDir: other.folder, databaseUrl: url.href })
    expect(await failing.ended).toBe(unavailable)
    expect(failing.output()).toMatch(sentence)
    expect(failing.output().trim().split('\n')).toHaveLength(1)
    expect(failing.output()).not.toContain(new URL(inject('adminDatabase')).password)
    expect(failing.output()).not.toContain('hunter2')
    other.remove()
    await database.drop()
  })
})
