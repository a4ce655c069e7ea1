import { fill, type Language } from '@telar/metadata'
import { loadConfig, type RuntimeConfig } from './config.ts'
import type { Runtime } from './create-runtime.ts'
import { DatabaseError } from './database/database-error.ts'
import { freePort } from './database/free-port.ts'
import { isAlive } from './database/postmaster.ts'
import { checkPlace } from './http/listen.ts'
import { closeLocalDoor, openLocalDoor, readLocalDoor, type LocalDoor } from './local-door.ts'
import { openRuntime } from './open-runtime.ts'
import { publishedVersion } from './snapshot/load-snapshot.ts'
import { StartError } from './start-error.ts'
import { startLines } from './start-texts.ts'
import { installTemplate, knownTemplates, templateFolder } from './templates/install-template.ts'

export interface ServerPorts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly language?: Language
  /** What the person who started it reads. */
  readonly say: (line: string) => void
}

export interface RunningServer {
  readonly runtime: Runtime
  /** Where people open it. */
  readonly address: string
  readonly stop: () => Promise<void>
}

/** The whole server as `npm start` runs it: database, template at the first start, HTTP; says where it is and how to sign in. */
export const startServer = async ({ env, say, language = 'en' }: ServerPorts): Promise<RunningServer> => {
  const wanted = loadConfig(env)
  const config = wanted.port === 0 ? { ...wanted, port: await freePort() } : wanted
  await checkPlace(config).catch((error: unknown) => {
    throw ownServer(config) ?? error
  })
  const tell = (line: keyof typeof startLines, params: Parameters<typeof fill>[1] = {}): void =>
    say(fill(startLines[line][language], params))
  const { runtime, close } = await openRuntime({ config, language, say })
  try {
    await firstStart(runtime, config, tell)
    await runtime.listen()
    const door = leaveDoor(runtime, config)
    const address = config.baseUrl ?? `http://${hostIn(config.host)}:${config.port}`
    say('')
    tell('ready', { address })
    if (runtime.setup.state === 'needed') tell('setup', { address: `${address}/setup?token=${runtime.setup.token}` })
    else tell('signIn')
    const stop = async (): Promise<void> => {
      closeLocalDoor(config.dataDir, door)
      await close()
    }
    return { runtime, address, stop }
  } catch (error) {
    await close()
    throw error
  }
}

/** An empty workspace gets the template that the configuration names; one that a killed start left half-filled gets the rest. */
const firstStart = async (
  runtime: Runtime,
  config: RuntimeConfig,
  tell: (line: keyof typeof startLines, params: Parameters<typeof fill>[1]) => void,
): Promise<void> => {
  const version = await publishedVersion(runtime.services.pool, runtime.workspace)
  if (version > 1) return
  const folder = templateFolder(config.template)
  if (folder === undefined && version === 1) return
  if (folder === undefined)
    throw new StartError('TEMPLATE_UNKNOWN', { template: config.template, known: knownTemplates() })
  if (version === 0) tell('weaving', { template: config.template })
  const records = await installTemplate(runtime.services, { workspace: runtime.workspace, folder })
  if (records > 0) tell('records', { count: records })
}

/** Commands on this machine speak to the server through its loopback address; without a place to note that, they cannot. */
const leaveDoor = (runtime: Runtime, config: RuntimeConfig): LocalDoor => {
  const host = ['0.0.0.0', '::', 'localhost'].includes(config.host) ? '127.0.0.1' : hostIn(config.host)
  const door = { address: `http://${host}:${config.port}`, token: runtime.services.local.token, pid: process.pid }
  try {
    openLocalDoor(config.dataDir, door)
  } catch (error) {
    runtime.services.log.warn({ err: error }, 'commands on this machine cannot reach this server')
  }
  return door
}

/** The port is taken by a server on the same data directory: that is the better thing to say. */
const ownServer = ({ dataDir, port }: RuntimeConfig): DatabaseError | undefined => {
  const door = readLocalDoor(dataDir)
  const isOwn = door !== undefined && Number(URL.parse(door.address)?.port) === port && isAlive(door.pid)
  return isOwn ? new DatabaseError('DATA_DIR_IN_USE', { path: dataDir, pid: door.pid }) : undefined
}

const hostIn = (host: string): string => (host.includes(':') ? `[${host}]` : host)
