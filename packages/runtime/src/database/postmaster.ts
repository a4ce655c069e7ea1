import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startFailure } from './database-error.ts'
import type { Placement } from './placement.ts'
import { plainEnvironment, program } from './programs.ts'

/** A running PostgreSQL that is our child. */
export interface Postmaster {
  /** Answers when it accepts connections; rejects if it gives up before. */
  readonly ready: () => Promise<void>
  /** Answers, with the reason it gave, when it is gone, however that came. */
  readonly gone: Promise<string>
  readonly stop: () => Promise<void>
}

export type Settings = Readonly<Record<string, string | number>>

/** Starts PostgreSQL on a cluster that nobody else runs. */
export const startPostmaster = (placement: Placement, settings: Settings, log?: (line: string) => void): Postmaster => {
  const { programs, cluster, user } = placement
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program(programs, 'postgres'), ['-D', cluster, ...flags], {
    ...plainEnvironment,
    ...user?.ids,
    cwd: path.dirname(cluster),
    // A group of its own: Ctrl-C is for us, and we stop it after the last request.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  })
  const said = listen(child, log)
  const gone = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    const tell = (): void => resolve(said() || `signal ${child.signalCode}, exit code ${child.exitCode}`)
    child.on('close', tell)
    // Its own children may outlive it for a while and keep the pipe open.
    child.on('exit', () => setTimeout(tell, 200))
  })
  // The last resort if the process ends without stopping us: PostgreSQL shuts down by itself.
  const letGo = (): void => void (child.pid && signalTo(child.pid, 'SIGINT', placement))
  process.once('exit', letGo)
  void gone.then(() => process.off('exit', letGo))
  return {
    gone,
    ready: () => becomesReady(child, cluster, gone),
    stop: async () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        await shutDown(child.pid, placement)
      }
      await gone
    },
  }
}

/** Stops a PostgreSQL that outlived its server (`kill -9` of Node leaves it running); we hold the lock, it is ours. */
export const stopSurvivor = async (placement: Placement): Promise<void> => {
  const { pid } = readPidFile(placement.cluster)
  if (pid === undefined) return
  if (runsCluster(pid, placement.cluster)) await shutDown(pid, placement)
  // Its number was given to some other process since: PostgreSQL would take that one for a rival.
  else fs.rmSync(pidFileOf(placement.cluster), { force: true })
}

const listen = (child: ChildProcess, log?: (line: string) => void): (() => string) => {
  let tail = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-8_000)
    for (const line of text.split('\n')) if (line.trim() !== '') log?.(line.trim())
  })
  return () => tail
}

const becomesReady = async (child: ChildProcess, cluster: string, gone: Promise<string>): Promise<void> => {
  let reason: string | undefined
  void gone.then((said) => (reason = said))
  for (;;) {
    if (reason !== undefined) throw startFailure(reason, cluster)
    const { pid, status } = readPidFile(cluster)
    if (pid === child.pid && status === 'ready') return
    await sleep(20)
  }
}

/** "Fast" shutdown (SIGINT) breaks off open transactions and writes a checkpoint; "immediate" (SIGQUIT) if it hangs. */
const shutDown = async (pid: number, placement: Placement): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signalTo(pid, signal, placement)
    const patience = signal === 'SIGINT' ? 60_000 : 10_000
    if (await ends(pid, patience)) return
  }
}

const ends = async (pid: number, patience: number): Promise<boolean> => {
  for (const start = performance.now(); performance.now() - start < patience; await sleep(20)) {
    if (!isAlive(pid)) return true
  }
  return false
}

/** Whether a process of this number runs, ours or anybody's. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Windows has no signals; PostgreSQL's own tool knows how to say them there. */
const signalTo = (pid: number, signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL', { programs }: Placement): void => {
  try {
    if (process.platform !== 'win32') process.kill(pid, signal)
    else execFileSync(program(programs, 'pg_ctl'), ['kill', signal.slice(3), String(pid)], { stdio: 'ignore' })
  } catch {
    // It is gone already.
  }
}

const pidFileOf = (cluster: string): string => path.join(cluster, 'postmaster.pid')

/** PostgreSQL's own note: the first line is its process, the eighth its state. */
const readPidFile = (cluster: string): { readonly pid?: number; readonly status?: string } => {
  try {
    const lines = fs.readFileSync(pidFileOf(cluster), 'utf8').split('\n')
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' }
  } catch {
    return {}
  }
}

/** Whether this process is a PostgreSQL on our cluster: it works in that folder, or names it in its command line. */
const runsCluster = (pid: number, cluster: string): boolean => {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster)
    if (process.platform === 'win32') return true
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster)
  } catch {
    return false
  }
}
