import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { DatabaseError } from './database-error.ts'

/** The user who runs PostgreSQL where we are root, which PostgreSQL refuses to be. */
export interface ClusterUser {
  readonly ids: { readonly uid: number; readonly gid: number }
}

const isRoot = (): boolean => process.getuid?.() === 0

/** Who has to run the cluster: the owner of an existing one, else a system user; nobody else if we are not root. */
export const clusterUser = (cluster: string): ClusterUser | undefined => {
  if (!isRoot()) return undefined
  return ownerOf(cluster) ?? systemUser('telar') ?? systemUser('postgres') ?? createUser()
}

/** Runs a shell line as the cluster's user and says whether it succeeded: rights are asked, not computed. */
export const succeedsAs = (user: ClusterUser, line: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync('/bin/sh', ['-c', line, 'sh', ...args], { ...user.ids, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const ownerOf = (cluster: string): ClusterUser | undefined => {
  const stat = fs.statSync(cluster, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { ids: { uid: stat.uid, gid: stat.gid } } : undefined
}

const systemUser = (name: string): ClusterUser | undefined => {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { ids: { uid: id('-u'), gid: id('-g') } }
  } catch {
    return undefined
  }
}

/** As most distributions do it, then as the small ones with BusyBox do. */
const creators = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'telar'],
  ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', 'telar'],
] as const

const createUser = (): ClusterUser => {
  for (const [command, ...args] of creators) {
    try {
      execFileSync(command, args, { stdio: 'ignore' })
    } catch {
      continue
    }
    const user = systemUser('telar')
    if (user) return user
  }
  throw new DatabaseError('NO_UNPRIVILEGED_USER')
}
