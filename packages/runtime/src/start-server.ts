import { pino } from 'pino'
import { loadConfig, type RuntimeConfig } from './config.ts'
import { createRuntime, type Runtime } from './create-runtime.ts'
import { startEmbedded } from './database/embedded.ts'
import { publishedVersion } from './snapshot/load-snapshot.ts'
import { installTemplate, templateFolder } from './templates/install-template.ts'

export interface ServerPorts {
  readonly env: Readonly<Record<string, string | undefined>>
  /** What the person who started it reads. */
  readonly say: (line: string) => void
}

/** The whole server as `npm start` runs it: database, template at the first start, HTTP; says where it is and how to sign in. */
export const startServer = async ({ env, say }: ServerPorts): Promise<{ readonly runtime: Runtime; readonly stop: () => Promise<void> }> => {
  const config = loadConfig(env)
  const log = pino({ level: 'warn', redact: ['*.password', '*.token', '*.cookie', '*.authorization'] })
  const database = await openDatabase(config, say)
  try {
    const runtime = await createRuntime({ config, connectionString: database.connectionString, log })
    await firstStart(runtime, config, say)
    await runtime.listen()
    announce(runtime, config, say)
    return {
      runtime,
      stop: async () => {
        await runtime.stop()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}

const openDatabase = async (config: RuntimeConfig, say: ServerPorts['say']): Promise<{ readonly connectionString: string; readonly stop: () => Promise<void> }> => {
  if (config.database.kind === 'server') return { connectionString: config.database.url, stop: () => Promise.resolve() }
  return startEmbedded({ dataDir: config.dataDir, onDown: (error) => say(error.message), onUp: () => say('PostgreSQL is back.') })
}

/** An empty workspace gets the template that the configuration names. */
const firstStart = async (runtime: Runtime, config: RuntimeConfig, say: ServerPorts['say']): Promise<void> => {
  if ((await publishedVersion(runtime.services.pool, runtime.workspace)) > 0) return
  const folder = templateFolder(config.template)
  if (folder === undefined) throw new Error(`There is no template “${config.template}”: set TELAR_TEMPLATE to the folder of a definition or to one in templates/.`)
  say(`Weaving “${config.template}” …`)
  const { records } = await installTemplate(runtime.services, { workspace: runtime.workspace, folder })
  if (records > 0) say(`${records} sample records are in place.`)
}

const announce = (runtime: Runtime, config: RuntimeConfig, say: ServerPorts['say']): void => {
  const address = config.baseUrl ?? `http://${config.host}:${config.port}`
  say('')
  say(`Telar is ready: ${address}`)
  if (runtime.setup.state === 'needed') say(`First visit, make your administrator: ${address}/setup?token=${runtime.setup.token}`)
  else say('Sign in with the administrator’s e-mail and password.')
}
