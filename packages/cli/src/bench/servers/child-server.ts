import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A server in a process of its own. */
export interface ChildServer {
  readonly port: number
  readonly pid: number
  /** Milliseconds from its start until it said that it is ready. */
  readonly startedIn: number
  readonly stop: () => Promise<void>
}

export interface ChildOptions {
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Starts a Node process and waits until it prints `{"ready":true,"address":…}`. */
export const startChild = async ({ args, env = {} }: ChildOptions): Promise<ChildServer> => {
  const start = performance.now()
  const child = spawn(process.execPath, args, { env: { ...inherited(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  // The last resort, if this process ends without stopping it.
  const kill = (): void => void child.kill()
  process.once('exit', kill)
  const said: string[] = []
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void exited.then(() => process.off('exit', kill))
  const ready = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line)
        const port = portIn(line)
        if (port !== undefined) resolve(port)
      })
    }
    void exited.then(() => reject(new Error(`a server of the bench ended: ${said.slice(-5).join('\n')}`)))
  })
  const port = await ready
  return { port, pid: child.pid ?? 0, startedIn: performance.now() - start, stop: () => stop(child, exited) }
}

const portIn = (line: string): number | undefined => {
  const address = /^\{"ready":true,"address":"([^"]+)"/.exec(line)?.[1]
  return address === undefined ? undefined : Number(new URL(address).port)
}

const stop = async (child: ChildProcess, exited: Promise<void>): Promise<void> => {
  child.kill('SIGTERM')
  await exited
}

/** Settings of the person who runs the bench must not reach its servers. */
const inherited = (): NodeJS.ProcessEnv => {
  // oxlint-disable-next-line node/no-process-env -- a child needs the rest of its parent's environment, PATH above all
  const env = Object.entries(process.env)
  return Object.fromEntries(
    env.filter(
      ([name]) => !name.startsWith('TELAR_') && !['PORT', 'HOST', 'DATABASE_URL', 'SMTP_URL', 'LANG'].includes(name),
    ),
  )
}
