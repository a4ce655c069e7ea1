import path from 'node:path'
import pg from 'pg'
import { type BenchDatabase, openDatabase } from './bench-database.ts'
import { benchDefinition } from './bench-definition.ts'
import { type BenchFolder, openFolder } from './bench-folder.ts'
import { fillRecords } from './fill-records.ts'
import type { Sample, ScopeSample } from './measures/measure.ts'
import { emailOf, fillPeople, type People, personOf } from './people/fill-people.ts'
import { allScopes } from './people/scopes.ts'
import { physicalTables, type PhysicalTables } from './physical-table.ts'
import { bareStatements } from './servers/bare-statements.ts'
import { type ChildServer, startChild } from './servers/child-server.ts'
import { administrator, type OurServer, startOurs } from './servers/our-server.ts'
import { scopeStatements } from './servers/scope-statements.ts'

/** Both servers on one database with one filled module. */
export interface Bench {
  readonly rows: number
  readonly folder: BenchFolder
  readonly database: BenchDatabase
  readonly pool: pg.Pool
  readonly ours: OurServer
  readonly bare: ChildServer
  readonly sample: Sample
  /** Stops our server, and the database with it if it is our own, and starts them again as `telar start` would. */
  readonly restart: () => Promise<OurServer>
  readonly close: () => Promise<void>
}

export interface BenchOptions {
  readonly rows: number
  /** A server to make databases on; without one, the bench brings its own. */
  readonly databaseUrl?: string
}

type Step = () => Promise<unknown>

/** Whatever was opened is closed again, the last first. */
export const openBench = async (options: BenchOptions): Promise<Bench> => {
  const closing: Step[] = []
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).toReversed()) await step()
  }
  try {
    return { ...(await open(options, closing)), close }
  } catch (error) {
    await close()
    throw error
  }
}

const open = async ({ rows, databaseUrl }: BenchOptions, closing: Step[]): Promise<Omit<Bench, 'close'>> => {
  const folder = await openFolder()
  closing.push(folder.remove)
  const dataDir = folder.at('data')
  const database = await openDatabase(dataDir, databaseUrl)
  closing.push(database.stop)
  const pool = new pg.Pool({ connectionString: database.url, max: 2, options: '-c jit=off -c join_collapse_limit=4' })
  // Its connections are cut when the database restarts.
  pool.on('error', () => undefined)
  closing.push(() => pool.end())
  const template = await folder.definition('definition', benchDefinition)
  const ours = await startOurs({ dataDir, template, databaseUrl: database.url })
  closing.push(ours.stop)
  const tables = await physicalTables(pool)
  const people = await fillPeople(pool, administrator.email)
  await fillRecords(pool, tables, { rows, people })
  const bare = await startBare({ database: pool, url: database.url }, tables, people)
  closing.push(bare.stop)
  const restart = async (): Promise<OurServer> => {
    await ours.stop()
    if (database.isEmbedded) await database.stop()
    const again = await startOurs({ dataDir, template, ...(database.isEmbedded ? {} : { databaseUrl: database.url }) })
    closing.push(again.stop)
    return again
  }
  return { rows, folder, database, pool, ours, bare, sample: await sampleFrom({ pool, ours }, tables, people), restart }
}

const startBare = async (
  { database, url }: { readonly database: pg.Pool; readonly url: string },
  tables: PhysicalTables,
  people: People,
): Promise<ChildServer> => {
  const order = JSON.stringify({
    connectionString: url,
    statements: bareStatements(tables),
    scopes: await scopeStatements(database, tables, people),
  })
  return startChild({ args: [path.join(import.meta.dirname, 'servers/bare-server.ts'), order] })
}

/** How many records the reads and patches of a bench are spread over. */
const sampleSize = 20_000

const sampleFrom = async (
  { pool, ours }: Pick<Bench, 'pool' | 'ours'>,
  { deal, company }: PhysicalTables,
  people: People,
): Promise<Sample> => {
  const idsOf = async (
    table: string,
    condition = 'true',
    values: readonly unknown[] = [],
  ): Promise<readonly string[]> => {
    const found = await pool.query<{ id: string }>(
      `select id from ${table} where deleted_at is null and ${condition} order by md5(id::text) limit ${sampleSize}`,
      [...values],
    )
    return found.rows.map(({ id }) => id)
  }
  const scopes = new Map<string, ScopeSample>()
  for (const scope of allScopes) {
    const { member, teams } = personOf(people, scope)
    const condition = '(owner_id = $1 or (owner_id is null and created_by = $1) or team_id = any($2::uuid[]))'
    const ids = await idsOf(deal.name, condition, [member, teams])
    scopes.set(scope.name, { headers: await ours.headersOf(emailOf(scope.person)), ids })
  }
  return { deal, ids: await idsOf(deal.name), companies: await idsOf(company.name), scopes, below: evenly() }
}

/** The same numbers in every run (Lehmer's generator, as in Park and Miller 1988). */
const evenly = (): ((limit: number) => number) => {
  let state = 20_260_101
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}
