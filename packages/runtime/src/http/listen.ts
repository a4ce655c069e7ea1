import { createServer } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import type { RuntimeConfig } from '../config.ts'
import { StartError } from '../start-error.ts'

type Place = Pick<RuntimeConfig, 'host' | 'port'>

/** How long a connection may take, in milliseconds; whoever sends slower than this is cut off. */
export interface HttpPatience {
  /** For the headers of a request, and for all of it (an upload over a slow line takes minutes). */
  readonly headers: number
  readonly request: number
  /** Without a single byte in either direction; live events send one more often. */
  readonly silence: number
}

const usualPatience: HttpPatience = { headers: 20_000, request: 300_000, silence: 120_000 }

/** Serves an application where the configuration says. */
export const listenHttp = (app: Hono, place: Place, patience: HttpPatience = usualPatience): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const serverOptions = {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(patience.headers, 5000),
    }
    const server = serve({ fetch: app.fetch, port: place.port, hostname: place.host, serverOptions }, () =>
      resolve(server),
    )
    server.setTimeout(patience.silence)
    server.once('error', (error) => reject(listenError(error, place)))
  })

/** How long requests under way may still take when the server stops. */
const drainPatience = 10_000

/** Takes no more connections and lets the requests under way come to their end; what takes too long is cut off. */
export const closeHttp = (server: ServerType | undefined, patience = drainPatience): Promise<void> =>
  new Promise((resolve) => {
    if (server === undefined || !('closeAllConnections' in server)) {
      if (server === undefined) resolve()
      else server.close(() => resolve())
      return
    }
    // Connections that are kept alive become idle one after the other.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    const force = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(force)
      resolve()
    })
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
