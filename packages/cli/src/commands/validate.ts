import type { Command } from '../command.ts'
import { checkFolder } from '../definition/check-folder.ts'
import { problemReport } from '../definition/problem-report.ts'
import { readFolder } from '../definition/read-folder.ts'

/** Checks a folder by itself: no server, no database. */
export const validate: Command = {
  name: 'validate',
  summary: {
    en: 'check the documents of a folder; needs no server and no database',
    es: 'comprobar los documentos de una carpeta; sin servidor ni base de datos',
  },
  usage: { en: '<folder>', es: '<carpeta>' },
  words: { min: 1, max: 1 },
  options: {},
  run: async (call) => {
    const folder = await readFolder(call)
    const checked = checkFolder(folder, call.language)
    return { exitCode: checked.hasErrors ? 1 : 0, ...problemReport(folder, checked, call.language) }
  },
}
