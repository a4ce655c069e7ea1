import { startServer } from '@telar/runtime'
import type { Command } from '../command.ts'
import { tellError } from '../tell-error.ts'

/** Starts the server and stays until it is told to stop. */
export const start: Command = {
  name: 'start',
  summary: 'start the server (with its own PostgreSQL unless DATABASE_URL is set)',
  usage: '',
  run: async (_args, console) => {
    try {
      const server = await startServer({ env: console.env, say: console.out })
      await stopSignal()
      console.out('Stopping …')
      await server.stop()
      return 0
    } catch (error) {
      for (const line of tellError(error)) console.error(line)
      return 1
    }
  },
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
