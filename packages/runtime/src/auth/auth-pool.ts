import pg from 'pg'
import { surviveLoss } from '../database/pool.ts'
import type { AuthLog } from './auth-log.ts'

/** Sign-in has connections of its own: neither it nor the records can take the last one from the other. */
const maxConnections = 3

export const createAuthPool = (connectionString: string, log: AuthLog): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    allowExitOnIdle: true,
    application_name: 'telar sign-in',
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that breaks is replaced at the next use; unheard, the event would end the process.
  pool.on('error', (error) => pool.ending || log('warn', `A connection of the sign-in broke: ${error.message}`))
  pool.on('connect', surviveLoss)
  return pool
}
