import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readLocalDoor } from '@telar/runtime'
import { type Api, createApi } from './api.ts'

/** A server in a process of its own that a test may stop, kill and starve. */
export interface ServerProcess {
  readonly pid: number
  /** Everything it has printed. */
  readonly output: () => string
  /** Answers when it takes requests; throws what it printed when it ends before. */
  readonly ready: () => Promise<ReadyServer>
  readonly kill: (signal: NodeJS.Signals) => void
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

export interface ReadyServer {
  readonly address: string
  /** As a command on this machine. */
  readonly api: Api
}

interface ServerEnvironment {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly template?: string
  readonly port?: number
}

const root = path.resolve(import.meta.dirname, '../..')

export const startProcess = ({ dataDir, databaseUrl, template, port = 0 }: ServerEnvironment): ServerProcess => {
  const child = spawn(process.execPath, [path.join(root, 'packages/cli/src/main.ts'), 'start'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      TELAR_DATA_DIR: dataDir,
      PORT: String(port),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...(template === undefined ? {} : { TELAR_TEMPLATE: template }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      output += piece
    })
  }
  let isOver = false
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      isOver = true
      resolve(signal ?? code)
    })
  })
  const pid = child.pid ?? 0
  return {
    pid,
    output: () => output,
    kill: (signal) => child.kill(signal),
    ended,
    ready: async () => {
      for (;;) {
        const door = readLocalDoor(dataDir)
        if (door?.pid === pid) return { address: door.address, api: apiOf(door.address, door.token) }
        if (isOver) throw new Error(`the server ended: ${output}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
  }
}

const apiOf = (address: string, token: string): Api =>
  createApi((path, init) =>
    fetch(`${address}${path}`, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` },
    }),
  )

/** An empty folder that the user who runs PostgreSQL can reach, and the way to take it away with all that grew in it. */
export const dataFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'telar-fault-'))
  fs.chmodSync(folder, 0o711)
  return {
    folder,
    remove: () => {
      for (const cluster of clustersOf(folder)) fs.rmSync(cluster, { recursive: true, force: true })
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface EmbeddedState {
  readonly cluster: string
  readonly port: number
  readonly password: string
}

/** What the data directory says of its PostgreSQL. */
export const embeddedState = (dataDir: string): EmbeddedState => {
  const state: EmbeddedState = JSON.parse(fs.readFileSync(path.join(dataDir, 'postgres.json'), 'utf8'))
  return { ...state, cluster: path.resolve(dataDir, state.cluster) }
}

export const postmasterOf = (dataDir: string): number =>
  Number(fs.readFileSync(path.join(embeddedState(dataDir).cluster, 'postmaster.pid'), 'utf8').split('\n')[0])

const clustersOf = (dataDir: string): readonly string[] =>
  fs.existsSync(path.join(dataDir, 'postgres.json')) ? [embeddedState(dataDir).cluster] : []

/** A template of one small module, for servers that are started often. */
export const smallTemplate = (): { readonly folder: string; readonly remove: () => void } => {
  const { folder, remove } = dataFolder()
  fs.mkdirSync(path.join(folder, 'modules'))
  const documents = {
    'telar.json': { name: 'small', version: '1.0.0', title: 'Small', languages: ['en'] },
    'modules/ship.json': { type: 'object', title: 'Ship', 'x-module': {}, properties: { name: { type: 'string' } } },
  }
  for (const [file, document] of Object.entries(documents))
    fs.writeFileSync(path.join(folder, file), JSON.stringify(document))
  return { folder, remove }
}
