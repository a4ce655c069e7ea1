import pg from 'pg'
import { KeptQuery, runKept } from './kept-query.ts'
import { type Sql, statement } from './sql.ts'
import { isStalePlan } from './stale-plan.ts'
import { forgetStatements, statementName } from './statement-name.ts'
import type { Prepared } from './template.ts'

/** Whatever can run a statement: the pool itself or one connection inside a transaction. */
export interface Database {
  readonly query: pg.Pool['query']
}

export type Row = readonly unknown[]

/** Longest a statement of a request may take (publishing and preparing lift it for themselves). */
export const statementSeconds = 30

/** Connections to PostgreSQL. Values arrive as the wire form wants them: dates and times as ISO text, numerics as text. */
export const createPool = (
  connectionString: string,
  options: { readonly max?: number; readonly applicationName?: string } = {},
): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 20,
    // Now and then a connection makes way for a new one, and the plans of statements that are no longer used with it.
    maxLifetimeSeconds: 1800,
    // A process that has nothing else to do may end.
    allowExitOnIdle: true,
    application_name: options.applicationName ?? 'telar',
    // Whoever has waited this long for a connection is told so; nobody waits for ever.
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    // What a record names are many left joins whose order does not matter: to try all orders would cost more than the rows.
    // Every session speaks UTC and ISO, so that the text of a time is its wire form.
    options: `-c timezone=UTC -c datestyle=ISO,YMD -c jit=off -c join_collapse_limit=4 -c statement_timeout=${statementSeconds}s -c idle_in_transaction_session_timeout=60s`,
    // Statements that a transaction starts together travel together; otherwise each waits for the answer to the one before.
    pipeline: true,
    types: { getTypeParser },
  })
  pool.on('connect', surviveLoss)
  return pool
}

/**
 * A connection that is lost between two statements of a transaction tells so by an event, which unheard ends the
 * process; the next statement fails with the reason anyway.
 */
export const surviveLoss = (client: pg.PoolClient): void => void client.on('error', () => undefined)

/** Runs a statement and gives rows as arrays in the order of its columns. */
export const rows = async (database: Database, piece: Sql): Promise<readonly Row[]> => {
  const { text, values } = statement(piece)
  const result = await database.query<unknown[]>({ text, values: [...values], rowMode: 'array' })
  return result.rows
}

/** The same for statements that come again and again: each connection keeps their plans. */
export const keptRows = (database: Database, piece: Sql): Promise<readonly Row[]> =>
  preparedRows(database, statement(piece))

/** The same with the text made beforehand. */
export const preparedRows = async (database: Database, prepared: Prepared): Promise<readonly Row[]> => {
  try {
    return await namedRows(database, prepared)
  } catch (error) {
    if (!isStalePlan(error)) throw error
    forgetStatements()
    // A transaction has ended with it; whoever began it begins anew.
    if (!(database instanceof pg.Pool)) throw error
    return namedRows(database, prepared)
  }
}

const namedRows = async (database: Database, { text, values }: Prepared): Promise<readonly Row[]> => {
  const name = statementName(text)
  const query = { text, values: [...values], rowMode: 'array' as const }
  if (name !== undefined) return runKept(database, new KeptQuery({ ...query, name }))
  const result = await database.query<unknown[]>(query)
  return result.rows
}

/** Runs a statement and gives rows as objects; for statements whose columns we name ourselves. */
export const records = async (database: Database, piece: Sql): Promise<readonly Record<string, unknown>[]> => {
  const { text, values } = statement(piece)
  const result = await database.query<Record<string, unknown>>({ text, values: [...values] })
  return result.rows
}

export const run = async (database: Database, piece: Sql): Promise<number> => {
  const { text, values } = statement(piece)
  const result = await database.query({ text, values: [...values] })
  return result.rowCount ?? 0
}

/** One transaction on one connection; rolled back when the work throws. */
export const transaction = async <Result>(
  pool: pg.Pool,
  work: (database: pg.PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error(String(cause))
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const { builtins } = pg.types

const asText = (text: string): string => text

/** `2026-11-21 10:00:00.5+00` → `2026-11-21T10:00:00.5Z`; the session's zone is UTC. */
const isoTime = (text: string): string => `${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, 'Z')}`

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, asText],
  [builtins.TIMESTAMPTZ, isoTime],
  [builtins.NUMERIC, asText],
  [builtins.INT8, Number],
])

// Nothing is asked for in binary form, so every value comes as text.
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid: number) =>
  parsers.get(oid) ?? pg.types.getTypeParser(oid, 'text')
