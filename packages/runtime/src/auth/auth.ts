import pg from 'pg'
import { run, surviveLoss } from '../database/pool.ts'
import { raw } from '../database/sql.ts'
import { uuidV7 } from '../ids/uuid-v7.ts'
import { sessionCookieName } from './auth-constants.ts'
import type { AuthLog } from './auth-log.ts'
import type { Engine, LazyEngine } from './engine.ts'
import { createLookUp } from './look-up.ts'
import type { Particulars } from './particulars.ts'
import { createSignIns, type SignIns } from './principal.ts'
import { createSetup, type Setup, type SetupState } from './setup.ts'
import { createThrottle, type Throttle } from './throttle.ts'
import { createUsers, type Users } from './users.ts'

export interface AuthOptions {
  readonly connectionString: string
  readonly secret: string
  /** Where browsers reach the server; https makes cookies `Secure`. */
  readonly baseUrl: string
  /** Further origins whose pages may sign in and write, such as `http://localhost:4400` beside `127.0.0.1`. */
  readonly trustedOrigins: readonly string[]
  readonly newId?: () => string
  readonly log?: AuthLog
  readonly now?: () => number
}

/** Sign-in: who somebody is. What they may do is decided elsewhere. */
export interface Auth {
  readonly baseUrl: string
  readonly cookieName: string
  /** Every origin whose pages may write, the own one first. */
  readonly origins: readonly string[]
  readonly engine: LazyEngine
  readonly signIns: SignIns
  readonly users: Users
  readonly setup: Setup
  readonly throttle: Throttle
  /** Prepares the tables and the first administrator; before the first request, after the system schema. */
  readonly start: (administrator?: Omit<Particulars, 'name'>) => Promise<SetupState>
  /** Throws what the database says when it cannot be reached. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Sign-in has connections of its own: neither it nor the records can take the last one from the other. */
const maxConnections = 3

/** Makes sign-in; nothing touches the database before `start`. */
export const createAuth = (options: AuthOptions): Auth => {
  const { baseUrl, newId = uuidV7, log = () => undefined, now = Date.now } = options
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: maxConnections,
    allowExitOnIdle: true,
    application_name: 'telar sign-in',
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that breaks is replaced at the next use; unheard, the event would end the process.
  pool.on('error', (error) => pool.ending || log('warn', `A connection of the sign-in broke: ${error.message}`))
  pool.on('connect', surviveLoss)
  const ping = async (): Promise<void> => {
    await pool.query('select 1')
  }
  const origins = [...new Set([new URL(baseUrl).origin, ...options.trustedOrigins])]
  const throttle = createThrottle({ now })
  const cookieName = sessionCookieName(baseUrl)
  const engine = once(async () => {
    const { createEngine } = await import('./engine.ts')
    return createEngine({
      pool,
      throttle,
      log,
      baseUrl,
      secret: options.secret,
      trustedOrigins: origins,
      newId,
      onChange: (userId) => signIns.forget(userId),
    })
  })
  const signIns = createSignIns({ cookieName, now, lookUp: createLookUp({ engine, cookieName, ping, now }) })
  const users = createUsers({ engine, newId })
  const setup = createSetup(pool, users)
  return {
    baseUrl,
    cookieName,
    origins,
    engine,
    signIns,
    users,
    setup,
    throttle,
    ping,
    start: async (administrator) => {
      const { migrateAuth } = await import('./migrate-auth.ts')
      await migrateAuth(pool, (await engine()).options)
      await run(pool, raw('delete from telar.session where "expiresAt" < now()'))
      return setup.begin(administrator)
    },
    close: () => pool.end(),
  }
}

const once = (make: () => Promise<Engine>): LazyEngine => {
  let made: Promise<Engine> | undefined
  return () => (made ??= make())
}
