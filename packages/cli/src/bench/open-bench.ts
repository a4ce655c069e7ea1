import path from 'node:path'
import pg from 'pg'
import { type BenchDatabase, openDatabase } from './bench-database.ts'
import { benchDefinition } from './bench-definition.ts'
import { type BenchFolder, openFolder } from './bench-folder.ts'
import { fillRecords } from './fill-records.ts'
import type { Sample } from './measures/measure.ts'
import { physicalTables, type PhysicalTables } from './physical-table.ts'
import { bareStatements } from './servers/bare-statements.ts'
import { type ChildServer, startChild } from './servers/child-server.ts'
import { type OurServer, startOurs } from './servers/our-server.ts'

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
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  // Its connections are cut when the database restarts.
  pool.on('error', () => undefined)
  closing.push(() => pool.end())
  const template = await folder.definition('definition', benchDefinition)
  const ours = await startOurs({ dataDir, template, databaseUrl: database.url })
  closing.push(ours.stop)
  const tables = await physicalTables(pool)
  await fillRecords(pool, tables, rows)
  const bare = await startBare(database.url, tables)
  closing.push(bare.stop)
  const restart = async (): Promise<OurServer> => {
    await ours.stop()
    if (database.isEmbedded) await database.stop()
    const again = await startOurs({ dataDir, template, ...(database.isEmbedded ? {} : { databaseUrl: database.url }) })
    closing.push(again.stop)
    return again
  }
  return { rows, folder, database, pool, ours, bare, sample: await sampleFrom(pool, tables), restart }
}

const startBare = (connectionString: string, tables: PhysicalTables): Promise<ChildServer> => {
  const order = JSON.stringify({ connectionString, statements: bareStatements(tables) })
  return startChild({ args: [path.join(import.meta.dirname, 'servers/bare-server.ts'), order] })
}

/** How many records the reads and patches of a bench are spread over. */
const sampleSize = 20_000

const sampleFrom = async (pool: pg.Pool, { deal, company }: PhysicalTables): Promise<Sample> => {
  const idsOf = async (table: string): Promise<readonly string[]> => {
    const found = await pool.query<{ id: string }>(
      `select id from ${table} where deleted_at is null order by md5(id::text) limit ${sampleSize}`,
    )
    return found.rows.map(({ id }) => id)
  }
  return { deal, ids: await idsOf(deal.name), companies: await idsOf(company.name), below: evenly() }
}

/** The same numbers in every run (Lehmer's generator, as in Park and Miller 1988). */
const evenly = (): ((limit: number) => number) => {
  let state = 20_260_101
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}
