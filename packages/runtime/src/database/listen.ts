import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { ident, statement, sql } from './sql.ts'

export interface Listener {
  readonly onMessage: (message: string) => void
  /** After every (re)connection: whatever was said meanwhile was not heard. */
  readonly onConnected: () => void
}

/** Hears a channel on a connection of its own and comes back by itself when the database does. Gives the way to stop. */
export const listenTo = (connectionString: string, channel: string, listener: Listener): (() => Promise<void>) => {
  let client: pg.Client | undefined
  let isStopped = false

  const connect = async (): Promise<void> => {
    while (!isStopped) {
      const next = new pg.Client({ connectionString, application_name: 'telar listen' })
      const ended = new Promise<void>((resolve) => {
        next.once('end', () => resolve())
        next.on('error', () => resolve())
      })
      // Known before it is connected: a stop that comes meanwhile ends it.
      client = next
      try {
        await next.connect()
        next.on('notification', ({ payload }) => listener.onMessage(payload ?? ''))
        await next.query(statement(sql`listen ${ident(channel)}`).text)
        listener.onConnected()
        if (!isStopped) await ended
      } catch {
        // The database is away; the loop tries again.
      }
      await next.end().catch(() => undefined)
      if (!isStopped) await pause(500)
    }
  }

  const running = connect()
  return async () => {
    isStopped = true
    await client?.end().catch(() => undefined)
    await running
  }
}
