import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type LocalDoor, readLocalDoor } from '@telar/runtime'
import { createApi, type Api } from './api.ts'

/** A whole Telar in a process of its own, as `telar start` runs it, on a free port. */
export interface TelarServer {
  readonly address: string
  /** Where the first visit begins while nobody can sign in yet, as the start printed it. */
  readonly setupAddress: string | undefined
  /** Makes somebody who can sign in, and signs them in. */
  readonly person: (person: Person) => Promise<SignedIn>
  /** What it wrote: where it is, and what went wrong. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

export interface Person {
  readonly name: string
  readonly email: string
  readonly password: string
}

export interface SignedIn {
  readonly person: Person
  readonly api: Api
  /** What the browser of this person holds: name and value. */
  readonly cookies: readonly (readonly [string, string])[]
}

interface ServerOptions {
  readonly databaseUrl: string
  /** Name or folder of a template. */
  readonly template: string
}

const root = path.resolve(import.meta.dirname, '../..')

export const startTelar = async ({ databaseUrl, template }: ServerOptions): Promise<TelarServer> => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'telar-server-'))
  const child = spawn(process.execPath, [path.join(root, 'packages/cli/src/main.ts'), 'start'], {
    cwd: root,
    env: {
      ...ownEnvironment(),
      DATABASE_URL: databaseUrl,
      TELAR_DATA_DIR: dataDir,
      TELAR_TEMPLATE: template,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = linesOf(child)
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  const door = await doorOf(child, { dataDir, output })
  return {
    address: door.address,
    setupAddress: output.all().match(/http\S+\/setup\?token=\S+/)?.[0],
    person: (person) => welcome(door, person),
    output: output.all,
    stop,
  }
}

/** The same call as the person's own browser makes it. */
export const apiAt = (address: string, cookies: SignedIn['cookies'] = []): Api =>
  createApi((path, init) =>
    fetch(`${address}${path}`, {
      ...init,
      headers: {
        ...Object.fromEntries(new Headers(init.headers)),
        origin: address,
        ...(cookies.length === 0 ? {} : { cookie: cookies.map((cookie) => cookie.join('=')).join('; ') }),
      },
    }),
  )

const welcome = async (door: LocalDoor, person: Person): Promise<SignedIn> => {
  const headers = { authorization: `Bearer ${door.token}` }
  const body = { ...person, administrator: true }
  const made = await apiAt(door.address).post('/api/local/users', body, { headers })
  made.expect(201)
  const { email, password } = person
  const entered = await apiAt(door.address).post('/api/auth/sign-in/email', { email, password })
  const cookies = entered
    .expect(200)
    .headers.getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  return { person, api: apiAt(door.address, cookies), cookies }
}

/** What of this environment is for the server: nothing that was meant for another one. */
const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(TELAR_|VITEST|NODE_OPTIONS$|NODE_ENV$|LANG|LC_)/.test(name)),
  )

interface Output {
  readonly all: () => string
}

const linesOf = (child: ChildProcess): Output => {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
  }
  return { all: () => text }
}

interface Starting {
  readonly dataDir: string
  readonly output: Output
}

const patience = 120_000

/** The server is ready when it has left its door and says so. */
const doorOf = async (child: ChildProcess, { dataDir, output }: Starting): Promise<LocalDoor> => {
  for (const started = Date.now(); Date.now() - started < patience;) {
    const door = readLocalDoor(dataDir)
    if (door !== undefined && output.all().includes(door.address)) return door
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not start:\n${output.all()}`)
}
