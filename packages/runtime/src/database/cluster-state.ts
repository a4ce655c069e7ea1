import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { DatabaseError, writeFailure } from './database-error.ts'

/** What the data directory remembers of its cluster between two starts. */
export interface ClusterState {
  /** Where the cluster is; the pointer if it could not stay inside the data directory. */
  readonly cluster: string
  readonly port: number
  readonly password: string
}

const fileOf = (dataDir: string): string => path.join(dataDir, 'postgres.json')

/** The remembered state; nothing before the first start. */
export const readState = (dataDir: string): ClusterState | undefined => {
  const file = fileOf(dataDir)
  if (!fs.existsSync(file)) return undefined
  try {
    const state = parse(JSON.parse(fs.readFileSync(file, 'utf8')))
    return { ...state, cluster: path.resolve(dataDir, state.cluster) }
  } catch (cause) {
    throw new DatabaseError('STATE_UNREADABLE', { path: file }, { cause })
  }
}

/** Written aside and renamed, so that a crash leaves the old state or the new one; a cluster inside is kept relative. */
export const writeState = (dataDir: string, state: ClusterState): void => {
  const inside = path.relative(dataDir, state.cluster)
  const cluster = inside.startsWith('..') || path.isAbsolute(inside) ? state.cluster : inside
  const draft = `${fileOf(dataDir)}.new`
  try {
    fs.writeFileSync(draft, `${JSON.stringify({ ...state, cluster }, null, 2)}\n`, { mode: 0o600, flush: true })
    fs.renameSync(draft, fileOf(dataDir))
  } catch (error) {
    throw writeFailure(error, dataDir)
  }
}

export const newPassword = (): string => randomBytes(24).toString('base64url')

/** The name of the state file, for messages. */
export const statePath = fileOf

const parse = (value: unknown): ClusterState => {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object')
  const { cluster, port, password } = { cluster: undefined, port: undefined, password: undefined, ...value }
  if (typeof cluster !== 'string' || typeof port !== 'number' || typeof password !== 'string') {
    throw new TypeError('a property is missing')
  }
  return { cluster, port, password }
}
