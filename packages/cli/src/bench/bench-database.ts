import { randomBytes } from 'node:crypto'
import { startEmbedded } from '@telar/runtime'
import pg from 'pg'

/** The PostgreSQL of a bench: one of its own, or new databases on the server that somebody named. */
export interface BenchDatabase {
  /** Of the database that is filled. */
  readonly url: string
  /** Whether the server that is measured may run it by itself. */
  readonly isEmbedded: boolean
  /** An empty database beside it. */
  readonly another: () => Promise<string>
  readonly stop: () => Promise<void>
}

export const openDatabase = (dataDir: string, databaseUrl: string | undefined): Promise<BenchDatabase> =>
  databaseUrl === undefined ? ownDatabase(dataDir) : guestDatabase(databaseUrl)

/** Goes with its folder. */
const ownDatabase = async (dataDir: string): Promise<BenchDatabase> => {
  const { connectionString: url, stop } = await startEmbedded({ dataDir })
  return { url, isEmbedded: true, another: () => sibling(url), stop }
}

/** Leaves alone what is there already, and takes away what it made. */
const guestDatabase = async (server: string): Promise<BenchDatabase> => {
  const made: string[] = []
  const another = async (): Promise<string> => {
    const url = await sibling(server)
    made.push(url)
    return url
  }
  const stop = async (): Promise<void> => {
    for (const url of made.splice(0)) await run(server, `drop database if exists ${nameOf(url)} with (force)`)
  }
  return { url: await another(), isEmbedded: false, another, stop }
}

const sibling = async (server: string): Promise<string> => {
  const url = new URL(server)
  url.pathname = `telar_bench_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${nameOf(url.href)}`)
  return url.href
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1)

const run = async (connectionString: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
