import { serve, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { createServer } from 'node:net'
import type { RuntimeConfig } from '../config.ts'
import { StartError } from '../start-error.ts'

type Place = Pick<RuntimeConfig, 'host' | 'port'>

/** Serves an application where the configuration says. */
export const listenHttp = (app: Hono, place: Place): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: place.port, hostname: place.host }, () => resolve(server))
    server.once('error', (error) => reject(listenError(error, place)))
  })

/** Ends it, open connections included. */
export const closeHttp = (server: ServerType | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (server === undefined) resolve()
    else {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    }
  })

/** Refuses a place that cannot be had before a long first start, not after it. */
export const checkPlace = (place: Place): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(listenError(error, place)))
    probe.listen(place.port, place.host, () => probe.close(() => resolve()))
  })

const listenError = (error: Error, { host, port }: Place): Error => {
  const code = 'code' in error && typeof error.code === 'string' ? causes.get(error.code) : undefined
  return code === undefined ? error : new StartError(code, { host, port }, { cause: error })
}

const causes: ReadonlyMap<string, StartError['code']> = new Map([
  ['EADDRINUSE', 'PORT_TAKEN'],
  ['EACCES', 'PORT_FORBIDDEN'],
  ['EADDRNOTAVAIL', 'HOST_UNKNOWN'],
  ['ENOTFOUND', 'HOST_UNKNOWN'],
  ['EAI_AGAIN', 'HOST_UNKNOWN'],
])
