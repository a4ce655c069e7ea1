import { startServer } from '@telar/runtime'
import type { Command, CommandCall, Outcome } from '../command.ts'
import type { Door } from '../connection/door.ts'
import { doorOf, runningDoor } from '../connection/open-door.ts'
import { applyFolder } from '../definition/apply-folder.ts'
import { folderIn, readFolder } from '../definition/read-folder.ts'
import { watchFolder } from '../definition/watch-folder.ts'
import { say } from '../texts.ts'

/** Serves a folder and publishes every change of it; a state with problems is told, and the version before goes on serving. */
export const dev: Command = {
  name: 'dev',
  summary: {
    en: 'start, or use the running server, and publish a folder at every change of it',
    es: 'arrancar, o usar el servidor en marcha, y publicar una carpeta a cada cambio',
  },
  usage: { en: '[<folder>]', es: '[<carpeta>]' },
  words: { min: 0, max: 1 },
  options: {},
  run: async (call) => {
    const stopped = call.stopped()
    const folder = folderIn(call)
    await readFolder(call)
    const door = (await runningDoor(call)) ?? (await startOwn(call, folder))
    try {
      // Before the first publish, so that no change falls between.
      const changes = watchFolder(folder, stopped)
      call.tell(await publish(door, call))
      call.tell({ lines: [say(call.language, 'watching', { folder })], json: { watching: folder } })
      for await (const _change of changes) call.tell(await publish(door, call))
    } finally {
      call.tell({ lines: [say(call.language, 'stopping')], json: { message: say(call.language, 'stopping') } })
      await door.close()
    }
    return { exitCode: 0, lines: [], json: { stopped: true } }
  },
}

/** A first start takes the folder as its template, sample data included. */
const startOwn = async ({ env, language, tell }: CommandCall, folder: string): Promise<Door> => {
  const server = await startServer({
    env: { ...env, TELAR_TEMPLATE: folder },
    language,
    say: (line) => tell({ lines: [line], json: { message: line } }),
  })
  tell({ lines: [], json: { ready: true, address: server.address } })
  return doorOf(server.runtime, { language, close: server.stop })
}

/** Whatever is wrong with one state of the folder, the next one is tried. */
const publish = async (door: Door, call: CommandCall): Promise<Outcome> => {
  try {
    const folder = await readFolder(call)
    return await applyFolder(() => Promise.resolve(door), { folder, language: call.language, message: 'telar dev' })
  } catch (error) {
    return call.explain(error)
  }
}
