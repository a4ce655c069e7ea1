import pg from 'pg'
import { StartError } from '../start-error.ts'

/** The oldest PostgreSQL that has what Telar uses (the builtin collations). */
const oldest = 17

const patience = 10_000

/** Tells in one sentence why the database of `DATABASE_URL` cannot be used, before anything else is tried. */
export const checkDatabase = async (connectionString: string): Promise<void> => {
  const at = placeOf(connectionString)
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: patience, application_name: 'telar start' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Facts>(
      `select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding`,
    )
    const facts = rows[0] ?? { version: 0, encoding: '?' }
    const found = Math.floor(facts.version / 10_000)
    if (found < oldest) throw new StartError('DATABASE_TOO_OLD', { ...at, found, wanted: oldest })
    if (facts.encoding !== 'UTF8') throw new StartError('DATABASE_ENCODING', { ...at, found: facts.encoding })
  } catch (error) {
    const told = databaseStartError(error, connectionString)
    if (told instanceof StartError) throw told
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError('DATABASE_UNREACHABLE', { ...at, reason }, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}

interface Facts {
  readonly version: number
  readonly encoding: string
}

/** An error of the first statements as a sentence, if the database is to blame. */
export const databaseStartError = (error: unknown, connectionString: string): unknown => {
  if (error instanceof StartError) return error
  const at = placeOf(connectionString)
  if (error instanceof pg.DatabaseError) {
    const code = causes.get(error.code ?? '')
    return code === undefined ? error : new StartError(code, { ...at, reason: error.message }, { cause: error })
  }
  const reason = errnoOf(error)
  return reason === undefined ? error : new StartError('DATABASE_UNREACHABLE', { ...at, reason }, { cause: error })
}

const causes: ReadonlyMap<string, StartError['code']> = new Map([
  ['28P01', 'DATABASE_REFUSED'],
  ['28000', 'DATABASE_REFUSED'],
  ['3D000', 'DATABASE_MISSING'],
  ['42501', 'DATABASE_RIGHTS'],
  ['58P01', 'DATABASE_EXTENSION'],
  ['0A000', 'DATABASE_EXTENSION'],
  ['53100', 'DATABASE_FULL'],
  ['53300', 'DATABASE_UNREACHABLE'],
  ['57P01', 'DATABASE_UNREACHABLE'],
  ['57P02', 'DATABASE_UNREACHABLE'],
  ['57P03', 'DATABASE_UNREACHABLE'],
])

const errnoOf = (error: unknown): string | undefined => {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
  return errors
    .map((one) => (one instanceof Error && 'code' in one && typeof one.code === 'string' ? one.code : undefined))
    .find((code) => code !== undefined)
}

/** Where it is, without user and password. */
const placeOf = (connectionString: string): { readonly host: string; readonly database: string } => {
  const url = URL.parse(connectionString)
  return { host: url?.host ?? '?', database: decodeURIComponent(url?.pathname.slice(1) ?? '?') }
}
