import { once } from 'node:events'
import { startServer } from '@telar/runtime'
import type { Command } from '../command.ts'
import { say } from '../texts.ts'

/** Starts the server and stays until it is told to stop. */
export const start: Command = {
  name: 'start',
  summary: {
    en: 'start the server (with its own PostgreSQL unless DATABASE_URL is set)',
    es: 'arrancar el servidor (con su propio PostgreSQL si no se indica DATABASE_URL)',
  },
  usage: { en: '', es: '' },
  words: { min: 0, max: 0 },
  options: {},
  run: async (call) => {
    const { env, language } = call
    const stopped = call.stopped()
    const server = await startServer({
      env,
      language,
      say: (line) => call.tell({ lines: [line], json: { message: line } }),
    })
    call.tell({ lines: [], json: { ready: true, address: server.address } })
    if (!stopped.aborted) await once(stopped, 'abort')
    call.tell({ lines: [say(language, 'stopping')], json: { message: say(language, 'stopping') } })
    await server.stop()
    return { exitCode: 0, lines: [], json: { stopped: true } }
  },
}
