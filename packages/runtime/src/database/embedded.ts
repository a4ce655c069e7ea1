import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { newPassword, readState, writeState, type ClusterState } from './cluster-state.ts'
import { lockDataDir } from './data-lock.ts'
import { writeFailure, type DatabaseError } from './database-error.ts'
import { freePort, isFree } from './free-port.ts'
import { clusterName, makeCluster, resetPassword } from './make-cluster.ts'
import { isCluster, place, type Placement } from './placement.ts'
import { startPostmaster, stopSurvivor, type Postmaster } from './postmaster.ts'
import { settingsOf } from './settings.ts'
import { supervise } from './supervise.ts'

/** How the embedded PostgreSQL is started. */
export interface EmbeddedOptions {
  readonly dataDir: string
  /** Where a cluster goes whose user cannot reach the data directory (only as root). */
  readonly shelter?: string
  /** `false` in tests only: faster, but a crash of the machine may lose data. */
  readonly isDurable?: boolean
  /** It died and is being restarted: answer 503 until `onUp`. */
  readonly onDown?: (error: DatabaseError) => void
  readonly onUp?: () => void
  readonly onLog?: (line: string) => void
}

/** A PostgreSQL of our own that is running; the connection string stays the same while it is restarted. */
export interface EmbeddedDatabase {
  readonly connectionString: string
  readonly stop: () => Promise<void>
}

/** Starts the embedded PostgreSQL of a data directory, making it at the first start; one server a directory. */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const dataDir = openDataDir(options.dataDir)
  const lock = lockDataDir(dataDir)
  try {
    const placement = place(dataDir, options.shelter ?? '/var/lib/telar')
    await stopSurvivor(placement)
    const access = await prepareCluster(dataDir, placement, options)
    const { state, postmaster } = await startOnFreePort(placement, access, options)
    writeState(dataDir, state)
    await createDatabase(state)
    const start = (): Postmaster => startPostmaster(placement, settingsFor(state, options), options.onLog)
    const stopPostmaster = supervise(postmaster, { ...options, start })
    const stop = async (): Promise<void> => {
      await stopPostmaster()
      lock.release()
    }
    let stopped: Promise<void> | undefined
    return { connectionString: connectionTo(state, clusterName), stop: () => (stopped ??= stop()) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The data directory, made if need be; others may pass through (the cluster's user has to) but not look inside. */
const openDataDir = (wanted: string): string => {
  const dataDir = path.resolve(wanted)
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    return dataDir
  } catch (error) {
    throw writeFailure(error, dataDir)
  }
}

type Access = Pick<ClusterState, 'password' | 'port'>

/**
 * Makes the cluster if there is none. One in the data directory whose state file was lost gets a new password; one in
 * the shelter belonged to a data directory that somebody deleted to begin anew, and is put aside.
 */
const prepareCluster = async (dataDir: string, placement: Placement, options: EmbeddedOptions): Promise<Access> => {
  const known = readState(dataDir)
  if (known) return known
  const access = { password: newPassword(), port: await freePort() }
  const isInside = path.dirname(placement.cluster) === dataDir
  if (isInside && isCluster(placement.cluster)) {
    await resetPassword(placement, access.password)
    return access
  }
  putAside(placement.cluster)
  await makeCluster(placement, access.password, options.isDurable ?? true)
  return access
}

const putAside = (cluster: string): void => {
  if (!isCluster(cluster)) return
  fs.rmSync(`${cluster}.old`, { recursive: true, force: true })
  fs.renameSync(cluster, `${cluster}.old`)
}

interface Running {
  readonly state: ClusterState
  readonly postmaster: Postmaster
}

/** The remembered port, unless somebody else has it meanwhile. */
const startOnFreePort = async (placement: Placement, access: Access, options: EmbeddedOptions): Promise<Running> => {
  for (let tries = 1; ; tries++) {
    const port = tries === 1 && (await isFree(access.port)) ? access.port : await freePort()
    const state = { cluster: placement.cluster, password: access.password, port }
    const postmaster = startPostmaster(placement, settingsFor(state, options), options.onLog)
    try {
      await postmaster.ready()
      return { state, postmaster }
    } catch (error) {
      await postmaster.stop()
      // Between the check and the start another process may take the port.
      if (tries === 5 || (await isFree(port))) throw error
    }
  }
}

const settingsFor = ({ port }: ClusterState, { isDurable = true }: EmbeddedOptions) => settingsOf({ port, isDurable })

const connectionTo = ({ password, port }: ClusterState, database: string): string =>
  `postgres://${clusterName}:${password}@127.0.0.1:${port}/${database}`

const createDatabase = async (state: ClusterState): Promise<void> => {
  const client = new pg.Client({ connectionString: connectionTo(state, 'postgres') })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [clusterName])
    if (found.rowCount === 0) await client.query(`create database ${clusterName}`)
  } finally {
    await client.end()
  }
}
