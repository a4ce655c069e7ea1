import type { Language } from '@telar/metadata'
import { pino } from 'pino'
import type { RuntimeConfig } from './config.ts'
import { createRuntime, type Runtime } from './create-runtime.ts'
import { checkDatabase, databaseStartError } from './database/check-database.ts'
import { startEmbedded } from './database/embedded.ts'

export interface OpenOptions {
  readonly config: RuntimeConfig
  readonly language: Language
  /** What the person who started it reads when the database goes and comes back. */
  readonly say: (line: string) => void
}

/** A runtime on its own database; `close` ends both. */
export interface OpenRuntime {
  readonly runtime: Runtime
  readonly close: () => Promise<void>
}

/** Opens the database that the configuration names and the runtime on it; nothing listens yet. */
export const openRuntime = async (options: OpenOptions): Promise<OpenRuntime> => {
  const { config } = options
  const log = pino({ level: 'warn', redact: ['*.password', '*.token', '*.cookie', '*.authorization'] })
  const database = await openDatabase(options)
  try {
    const runtime = await createRuntime({ config, connectionString: database.connectionString, log }).catch(
      (error: unknown) => {
        throw config.database.kind === 'server' ? databaseStartError(error, config.database.url) : error
      },
    )
    const close = async (): Promise<void> => {
      await runtime.stop()
      await database.stop()
    }
    return { runtime, close }
  } catch (error) {
    await database.stop()
    throw error
  }
}

interface OpenDatabase {
  readonly connectionString: string
  readonly stop: () => Promise<void>
}

const openDatabase = async ({ config, language, say }: OpenOptions): Promise<OpenDatabase> => {
  if (config.database.kind === 'server') {
    await checkDatabase(config.database.url)
    return { connectionString: config.database.url, stop: () => Promise.resolve() }
  }
  return startEmbedded({
    dataDir: config.dataDir,
    onDown: (error) => say(error.textIn(language)),
    onUp: () => say(back[language]),
  })
}

const back = { en: 'PostgreSQL is back.', es: 'PostgreSQL vuelve a estar en marcha.' }
