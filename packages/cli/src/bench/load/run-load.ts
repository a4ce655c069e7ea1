import { openConnection, type Connection } from './connection.ts'
import { type HttpRequest, writeRequest } from './http-request.ts'

/** What a server did in a while. */
export interface LoadResult {
  readonly seconds: number
  /** Milliseconds, one for each request. */
  readonly latencies: readonly number[]
}

export interface Load {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  /** The next request; every one may differ. */
  readonly next: () => HttpRequest
}

/** Keeps so many connections busy for so long: each sends its next request when the answer to the last one is there. */
export const runLoad = async (load: Load): Promise<LoadResult> => {
  const connections = await Promise.all(Array.from({ length: load.connections }, () => openConnection(load.port)))
  const latencies: number[] = []
  const start = performance.now()
  const end = start + load.seconds * 1000
  try {
    await Promise.all(connections.map((connection) => keepBusy(connection, { load, end, latencies })))
  } finally {
    for (const connection of connections) connection.close()
  }
  return { seconds: (performance.now() - start) / 1000, latencies }
}

interface Work {
  readonly load: Load
  readonly end: number
  readonly latencies: number[]
}

const keepBusy = async (connection: Connection, { load, end, latencies }: Work): Promise<void> => {
  for (let now = performance.now(); now < end;) {
    const request = load.next()
    const { status, body } = await connection.send(writeRequest(request, load.port))
    if (status < 200 || status > 299)
      throw new Error(`${request.method} ${request.path} answered ${status}: ${body.toString('utf8').slice(0, 500)}`)
    const done = performance.now()
    latencies.push(done - now)
    now = done
  }
}
