import type { Command } from '../command.ts'
import { atDoor } from '../connection/open-door.ts'
import { checkFolder } from '../definition/check-folder.ts'
import { planFolder } from '../definition/plan-folder.ts'
import { planReport } from '../definition/plan-report.ts'
import { problemReport } from '../definition/problem-report.ts'
import { readFolder } from '../definition/read-folder.ts'

/** Says what applying a folder would do, and changes nothing. */
export const plan: Command = {
  name: 'plan',
  summary: {
    en: 'say what applying a folder would change, and what stands in its way',
    es: 'decir qué cambiaría al aplicar una carpeta y qué lo impide',
  },
  usage: { en: '<folder> [--sql]', es: '<carpeta> [--sql]' },
  words: { min: 1, max: 1 },
  options: {
    sql: {
      text: { en: 'show the statements of the database too', es: 'mostrar también las sentencias de la base de datos' },
    },
  },
  run: async (call) => {
    const folder = await readFolder(call)
    const checked = checkFolder(folder, call.language)
    if (checked.hasErrors) return { exitCode: 1, ...problemReport(folder, checked, call.language) }
    const planned = await atDoor(call, async (door) => {
      const { plan: made, discard } = await planFolder(door, folder)
      await discard()
      return made
    })
    return { exitCode: planned.blocked.length > 0 ? 1 : 0, ...planReport(planned, call.language, call.has('sql')) }
  },
}
