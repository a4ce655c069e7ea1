import type { JsonObject } from '@telar/metadata'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ definition: { 'modules/ship.json': ship({}) } })
})

afterAll(() => app.stop())

const ship = (more: JsonObject): JsonObject => ({
  type: 'object',
  'x-module': {},
  properties: { name: { type: 'string' }, stamp: { type: 'integer', minimum: 0 }, ...more },
})

const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: app.connectionString })
  await client.connect()
  return client
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}

it('a write that waited for a row while stricter rules were published is checked by them', async () => {
  const id = (await app.api.post('/records/ship', { name: 'Argo', stamp: 1 })).string('id')
  const { table } = app.runtime.services.snapshots.current('main')?.modules.get('ship')?.module ?? { table: '' }
  const { schema } = app.runtime.workspace
  const holder = await connect()
  await holder.query('begin')
  await holder.query(`select 1 from ${schema}."${table}" where id = $1 for update`, [id])
  const write = app.api.patch(`/records/ship/${id}`, { stamp: 2 })
  const watcher = await connect()
  await until(
    async () =>
      (await watcher.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%update%'`))
        .rowCount === 1,
  )
  const publish = app.publish({ 'modules/ship.json': ship({ stamp: { type: 'integer', minimum: 10 } }) })
  // Either the publish waits for the write, or it goes first and the write is refused by what it says.
  await new Promise((resolve) => setTimeout(resolve, 500))
  const published = Number((await watcher.query('select published from telar.workspace')).rows[0].published)
  await holder.query('rollback')
  const [answer, version] = await Promise.all([write, publish])
  const wasFirst = published < version
  expect(answer.status).toBe(wasFirst ? 200 : 422)
  await app.publish({ 'modules/ship.json': ship({}) })
  await Promise.all([holder.end(), watcher.end()])
})

it('an operation that still has the old version starts again on the new one', async () => {
  const id = (await app.api.post('/records/ship', { name: 'Argo' })).string('id')
  await app.publish({ 'modules/ship.json': ship({ crew: { type: 'integer' } }) })
  const answers = await Promise.all([
    app.api.patch(`/records/ship/${id}`, { crew: 3 }),
    app.api.post('/records/ship', { name: 'Other', crew: 4 }),
  ])
  expect(answers.map((answer) => answer.status)).toEqual([200, 201])
})

it(
  'many write while fields come in: nothing is lost, every version has its row in the ledger',
  { timeout: 120_000 },
  async () => {
    const ids = await Promise.all(
      Array.from({ length: 6 }, async (_, index) =>
        (await app.api.post('/records/ship', { name: `Ship ${index}`, stamp: 0 })).string('id'),
      ),
    )
    const wins = new Map(ids.map((id) => [id, 0]))
    let isPublishing = true
    const unexpected: string[] = []
    const writer = async (number: number): Promise<void> => {
      for (let turn = 0; isPublishing; turn += 1) {
        const id = ids[(number + turn) % ids.length] ?? ''
        const answer = await app.api.patch(`/records/ship/${id}`, { stamp: number * 100_000 + turn + 1 })
        if (answer.status === 200) wins.set(id, (wins.get(id) ?? 0) + 1)
        else if (answer.status !== 503) unexpected.push(answer.text)
        if (turn % 5 === 0) await app.api.post('/records/ship', { name: `New of ${number}` })
      }
    }
    const writers = Array.from({ length: 8 }, (_, number) => writer(number))
    const fields: Record<string, JsonObject> = { crew: { type: 'integer' } }
    for (let count = 1; count <= 12; count += 1) {
      fields[`field${count}`] = count % 3 === 0 ? { type: 'string', 'x-unique': true } : { type: 'number' }
      await app.publish({ 'modules/ship.json': ship(fields) })
    }
    isPublishing = false
    await Promise.all(writers)
    expect(unexpected).toEqual([])
    const client = await connect()
    const { schema } = app.runtime.workspace
    for (const [id, won] of wins) {
      const record = await app.api.get(`/records/ship/${id}`)
      const { rows } = await client.query(
        `select version, op from ${schema}.ledger where record = $1 order by version`,
        [id],
      )
      expect(record.at('version')).toBe(won + 1)
      expect(rows.map((row) => Number(row.version))).toEqual(Array.from({ length: won + 1 }, (_, index) => index + 1))
    }
    const gaps = await client.query(
      `select record from ${schema}.ledger where version > 0 group by record having count(*) <> max(version) or count(distinct version) <> count(*)`,
    )
    expect(gaps.rows).toEqual([])
    await client.end()
    const full = Object.fromEntries(
      Object.entries(fields).map(([name, { type }], index) => [name, type === 'string' ? `only ${name}` : index]),
    )
    expect((await app.api.post('/records/ship', { name: 'Last', ...full })).status).toBe(201)
    expect(app.failures).toEqual([])
  },
)
