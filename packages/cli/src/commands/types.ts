import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from '../command.ts'
import { checkFolder } from '../definition/check-folder.ts'
import { problemReport } from '../definition/problem-report.ts'
import { readFolder } from '../definition/read-folder.ts'
import { say } from '../texts.ts'
import { definitionTypes } from '../types/definition-types.ts'

/** TypeScript types of a definition. */
export const types: Command = {
  name: 'types',
  summary: {
    en: 'write TypeScript types of a folder’s modules',
    es: 'escribir los tipos de TypeScript de los módulos de una carpeta',
  },
  usage: { en: '<folder> [--out <file>]', es: '<carpeta> [--out <archivo>]' },
  words: { min: 1, max: 1 },
  options: {
    out: {
      value: 'file',
      text: {
        en: 'where to (otherwise telar.d.ts in the folder); - for standard output',
        es: 'dónde (si falta, telar.d.ts en la carpeta); - para la salida estándar',
      },
    },
  },
  run: async (call) => {
    const folder = await readFolder(call)
    const checked = checkFolder(folder, call.language)
    if (checked.hasErrors) return { exitCode: 1, ...problemReport(folder, checked, call.language) }
    const text = await definitionTypes(checked.model)
    const out = call.value('out')
    if (out === '-') return { exitCode: 0, lines: [text.trimEnd()], json: { types: text } }
    const file = out === undefined ? path.join(folder.path, 'telar.d.ts') : path.resolve(call.cwd, out)
    await writeFile(file, text)
    const modules = checked.model.modules.size
    return { exitCode: 0, lines: [say(call.language, 'typesWritten', { file, modules })], json: { file, modules } }
  },
}
