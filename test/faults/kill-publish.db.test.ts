import type { JsonObject } from '@telar/metadata'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPool } from '../../packages/runtime/src/database/pool.ts'
import { loadSnapshot } from '../../packages/runtime/src/snapshot/load-snapshot.ts'
import { ensureWorkspace } from '../../packages/runtime/src/storage/create-workspace.ts'
import { findDrift } from '../../packages/runtime/src/storage/drift.ts'
import { wantedIndexes } from '../../packages/runtime/src/storage/table-ddl.ts'
import type { Api } from '../drivers/api.ts'
import { cloneDatabase, type TestDatabase } from '../drivers/database.ts'
import { dataFolder, smallTemplate, startProcess } from '../drivers/server-process.ts'

/** More of them when somebody has an hour: `KILLS=500`. */
const kills = Number(process.env['KILLS'] ?? 20)

const template = smallTemplate()
const data = dataFolder()
const log = pino({ level: 'silent' })
let database: TestDatabase

beforeAll(async () => {
  database = await cloneDatabase()
})

afterAll(async () => {
  template.remove()
  data.remove()
  await database.drop()
})

/** A module that grows by the round, with something of everything that DDL can be. */
const fleet = (round: number): JsonObject => ({
  type: 'object',
  title: `Round ${round}`,
  'x-module': {},
  properties: {
    name: { type: 'string' },
    round: { const: round },
    ...Object.fromEntries(
      Array.from({ length: round }, (_, index) => [`field${index}`, kinds[index % kinds.length] ?? {}]),
    ),
  },
})

const kinds: readonly JsonObject[] = [
  { type: 'string', 'x-unique': true },
  { 'x-field': 'money' },
  { type: 'number', 'x-indexed': true },
  { 'x-field': 'link', 'x-link': { module: 'ship' } },
  { 'x-field': 'links', 'x-link': { module: 'ship' } },
]

interface Rounds {
  readonly onBegin: (round: number) => void
  readonly onDone: (round: number) => void
}

/** Publishes round after round until the server is no more; tells when each publish is asked for and when it is answered. */
const publishRounds = async (api: Api, first: number, { onBegin, onDone }: Rounds): Promise<void> => {
  for (let round = first; ; round += 1) {
    const id = (await api.post('/changesets', { title: `${round}` })).expect(201).string('id')
    const documents = {
      'modules/fleet.json': fleet(round),
      [`modules/extra-${round}.json`]: { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } },
    }
    for (const [path, document] of Object.entries(documents)) {
      ;(await api.put(`/changesets/${id}/documents/${path}`, document)).expect(200)
    }
    onBegin(round)
    ;(await api.post(`/changesets/${id}/publish`, { message: `${round}` })).expect(200)
    onDone(round)
  }
}

/** What is in the database: the round of the definition, and whether the tables are those of that round. */
const inspect = async () => {
  const pool = createPool(database.connectionString, { max: 2 })
  try {
    const workspace = await ensureWorkspace(pool, 'main', new Date())
    const { model, definition, version } = await loadSnapshot(pool, workspace)
    const round = Number(
      JSON.parse(JSON.stringify(definition.get('modules/fleet.json') ?? { properties: { round: { const: 0 } } }))
        .properties.round.const,
    )
    const extras = [...model.modules.keys()].filter((name) => name.startsWith('extra-')).length
    const drift = await findDrift({ connectionString: database.connectionString, schema: workspace.schema, model })
    const { rows } = await pool.query('select indexname from pg_indexes where schemaname = $1', [workspace.schema])
    const present = new Set(rows.map((row) => String(row.indexname)))
    const indexes = [...model.modules.values()]
      .flatMap((module) => wantedIndexes(workspace.schema, module))
      .filter(({ name }) => !present.has(name))
    const halves = await pool.query(
      'select 1 from telar.workspace w left join telar.version v on v.workspace = w.id and v.n = w.published where w.published > 0 and v.n is null',
    )
    const columns = await pool.query(
      `select count(*)::int as n from information_schema.tables where table_schema = $1 and table_name like 'extra%'`,
      [workspace.schema],
    )
    return { version, round, extras, tables: Number(columns.rows[0].n), drift, indexes, halves: halves.rowCount }
  } finally {
    await pool.end()
  }
}

it(
  `is the old definition or the new one, whole, after each of ${kills} kills at any moment of a publish`,
  { timeout: 60_000 + kills * 30_000 },
  async () => {
    let told = 0
    let duration = 150
    for (let kill = 0; kill < kills; kill += 1) {
      const server = startProcess({
        dataDir: data.folder,
        databaseUrl: database.connectionString,
        template: template.folder,
      })
      const { api } = await server.ready()
      const before = await inspect()
      // In every other turn one publish is let through first; then somewhere in the time that a publish takes.
      const target = before.round + 1 + (kill % 2)
      const began = Promise.withResolvers<undefined>()
      let beganAt = 0
      const publishing = publishRounds(api, before.round + 1, {
        onBegin: (round) => {
          beganAt = performance.now()
          if (round === target) began.resolve(undefined)
        },
        onDone: (round) => {
          told = round
          duration = performance.now() - beganAt
        },
      }).catch((error: unknown) => log.info(error))
      await began.promise
      await new Promise((resolve) => setTimeout(resolve, Math.random() * duration * 1.3))
      server.kill('SIGKILL')
      await Promise.all([server.ended, publishing])
      const after = await inspect()
      // What was answered is there, and at most the one that was under way besides.
      expect(after.round).toBeGreaterThanOrEqual(Math.max(told, before.round))
      expect(after.round).toBeLessThanOrEqual(Math.max(told, before.round) + 1)
      expect(after).toMatchObject({ drift: [], indexes: [], halves: 0, extras: after.round, tables: after.round })
    }
    expect(told).toBeGreaterThan(0)
    const server = startProcess({
      dataDir: data.folder,
      databaseUrl: database.connectionString,
      template: template.folder,
    })
    const { api } = await server.ready()
    const { round } = await inspect()
    ;(await api.post('/records/fleet', { name: 'Argo', round })).expect(201)
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  },
)

it('lets one of two servers publish the same document, and tells the other', async () => {
  const other = dataFolder()
  const servers = [data.folder, other.folder].map((folder) =>
    startProcess({ dataDir: folder, databaseUrl: database.connectionString, template: template.folder }),
  )
  const apis = await Promise.all(servers.map(async (server) => (await server.ready()).api))
  const changesets = await Promise.all(
    apis.map(async (api, index) => {
      const id = (await api.post('/changesets', { title: `${index}` })).string('id')
      const ship = {
        type: 'object',
        'x-module': {},
        properties: { name: { type: 'string' }, [`from${index}`]: { type: 'string' } },
      }
      ;(await api.put(`/changesets/${id}/documents/modules/ship.json`, ship)).expect(200)
      return { api, id }
    }),
  )
  const answers = await Promise.all(
    changesets.map(({ api, id }) => api.post(`/changesets/${id}/publish`, { message: 'both' })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.string('code')).toBe('CHANGESET_CONFLICT')
  const winner = answers.findIndex(({ status }) => status === 200)
  const record = { name: 'Argo', [`from${winner}`]: 'both see it' }
  for (const api of apis) (await api.post('/records/ship', record)).expect(201)
  for (const server of servers) server.kill('SIGTERM')
  expect(await Promise.all(servers.map((server) => server.ended))).toEqual([0, 0])
  other.remove()
})
