import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { startFailure, writeFailure } from './database-error.ts'
import { makeFolder, type Placement } from './placement.ts'
import { plainEnvironment, program } from './programs.ts'

/** The one login role and the one database of the embedded cluster. */
export const clusterName = 'telar'

/**
 * Makes the cluster: UTF-8 with PostgreSQL's own C.UTF-8 order whatever `LANG` says, one role, a password from the
 * start. It is made aside and renamed, so that a kill in between leaves nothing that looks finished.
 */
export const makeCluster = async (placement: Placement, password: string, isDurable: boolean): Promise<void> => {
  const { cluster, user } = placement
  const draft = `${cluster}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  makeFolder(draft, user)
  const passwordFile = path.join(path.dirname(cluster), `${path.basename(cluster)}.password`)
  try {
    writeFor(placement, passwordFile, password)
    const flags = [
      `--pgdata=${draft}`,
      `--pwfile=${passwordFile}`,
      `--username=${clusterName}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(isDurable ? [] : ['--no-sync']),
    ]
    // pg_trgm still asks the C library what a letter is: under plain C a Cyrillic name would have no trigrams at all.
    const initdb = (args: readonly string[]) => run(placement, { name: 'initdb', args })
    await initdb([...flags, '--lc-ctype=C.UTF-8']).catch((error: unknown) => {
      if (!/locale/.test(String(error))) throw error
      return initdb(flags)
    })
    fs.renameSync(draft, cluster)
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    throw error
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
}

/** Gives the role a new password where the remembered one was lost; the cluster must not be running. */
export const resetPassword = (placement: Placement, password: string): Promise<void> => {
  const input = `alter role ${clusterName} password '${password}'\n`
  return run(placement, { name: 'postgres', args: ['--single', '-D', placement.cluster, 'postgres'], input })
}

const writeFor = ({ user }: Placement, file: string, text: string): void => {
  try {
    fs.writeFileSync(file, text, { mode: 0o600 })
    if (user) fs.chownSync(file, user.ids.uid, user.ids.gid)
  } catch (error) {
    throw writeFailure(error, path.dirname(file))
  }
}

interface Call {
  readonly name: 'initdb' | 'postgres'
  readonly args: readonly string[]
  readonly input?: string
}

const run = ({ programs, user, cluster }: Placement, { name, args, input = '' }: Call): Promise<void> =>
  new Promise((resolve, reject) => {
    const options = { ...plainEnvironment, ...user?.ids, cwd: path.dirname(cluster) }
    const child = spawn(program(programs, name), args, options)
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.stdout.resume()
    child.stdin.end(input)
    child.on('error', (error) => reject(startFailure(error.message, cluster)))
    child.on('close', (code) => (code === 0 ? resolve() : reject(startFailure(said, cluster))))
  })
