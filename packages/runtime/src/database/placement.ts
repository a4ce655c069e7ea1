import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { readState, statePath } from './cluster-state.ts'
import { clusterUser, succeedsAs, type ClusterUser } from './cluster-user.ts'
import { DatabaseError, writeFailure } from './database-error.ts'
import { checkedVersion, findPrograms, mainVersion, type Programs } from './programs.ts'

/** Where the cluster lives, who runs it and with which programs. */
export interface Placement {
  readonly cluster: string
  readonly user: ClusterUser | undefined
  readonly programs: Programs
}

/**
 * Chooses the place. Normally the cluster is inside the data directory and the programs stay where npm put them. As
 * root, PostgreSQL runs as another user, whom a 0700 folder above (root's home, a temporary folder) locks out: then
 * the cluster, or a copy of the programs, goes into `shelter`, a folder that this user can reach.
 */
export const place = (dataDir: string, shelter: string): Placement => {
  const inside = path.join(dataDir, 'postgres')
  const existing = existingCluster(dataDir, inside)
  const wanted = existing ?? inside
  const user = clusterUser(wanted)
  const isReachable = user === undefined || succeedsAs(user, 'cd "$1"', path.dirname(wanted))
  if (existing !== undefined && !isReachable) throw new DatabaseError('CLUSTER_UNREACHABLE', { cluster: existing })
  const cluster = isReachable ? wanted : shelteredCluster(dataDir, shelter)
  const programs = reachablePrograms(shelter, user)
  refuseOtherVersion(cluster, checkedVersion(programs, user))
  return { cluster, user, programs }
}

/** The cluster of this data directory: where its state file says, or inside if that file was lost. */
const existingCluster = (dataDir: string, inside: string): string | undefined => {
  const remembered = readState(dataDir)?.cluster
  if (remembered === undefined) return isCluster(inside) ? inside : undefined
  if (isCluster(remembered)) return remembered
  throw new DatabaseError('CLUSTER_MISSING', { path: statePath(dataDir), cluster: remembered })
}

/** Whether a finished cluster is there; a half-made one never has this name. */
export const isCluster = (folder: string): boolean => fs.existsSync(path.join(folder, 'PG_VERSION'))

/** Makes an empty folder for the cluster's user, who may have no right to make it himself. */
export const makeFolder = (folder: string, user: ClusterUser | undefined): void => {
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
    if (user) fs.chownSync(folder, user.ids.uid, user.ids.gid)
  } catch (error) {
    throw writeFailure(error, path.dirname(folder))
  }
}

const shelteredCluster = (dataDir: string, shelter: string): string => {
  openShelter(shelter)
  const key = createHash('sha256').update(fs.realpathSync(dataDir)).digest('hex').slice(0, 16)
  return path.join(shelter, `cluster-${key}`)
}

const reachablePrograms = (shelter: string, user: ClusterUser | undefined): Programs => {
  const programs = findPrograms()
  if (!user || canRun(programs, user)) return programs
  const copy = { ...programs, root: path.join(shelter, `postgresql-${programs.release}`) }
  if (!fs.existsSync(copy.root)) copyPrograms(programs.root, copy.root)
  return copy
}

const canRun = (programs: Programs, user: ClusterUser): boolean => {
  try {
    return mainVersion(programs, user) !== ''
  } catch {
    return false
  }
}

const copyPrograms = (from: string, to: string): void => {
  openShelter(path.dirname(to))
  const draft = `${to}.${process.pid}`
  try {
    fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(draft, to)
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    // Another start may have put the same copy there meanwhile.
    if (!fs.existsSync(to)) throw writeFailure(error, path.dirname(to))
  }
}

const openShelter = (shelter: string): void => {
  try {
    fs.mkdirSync(shelter, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw writeFailure(error, shelter)
  }
}

const refuseOtherVersion = (cluster: string, known: string): void => {
  if (!isCluster(cluster)) return
  const found = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== known) throw new DatabaseError('CLUSTER_VERSION', { cluster, found, known })
}
