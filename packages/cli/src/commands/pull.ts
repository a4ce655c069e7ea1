import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { documentAt } from '@telar/metadata'
import { readDefinitionFolder } from '@telar/runtime'
import type { Command } from '../command.ts'
import { atDoor } from '../connection/open-door.ts'
import { publishedDocuments } from '../definition/plan-folder.ts'
import { folderIn } from '../definition/read-folder.ts'
import { say } from '../texts.ts'
import { WrongCall } from '../wrong-call.ts'

/** Writes what is published into a folder, byte for byte as it is stored. */
export const pull: Command = {
  name: 'pull',
  summary: { en: 'write what is published into a folder', es: 'escribir en una carpeta lo que está publicado' },
  usage: { en: '<folder> [--prune]', es: '<carpeta> [--prune]' },
  words: { min: 1, max: 1 },
  options: {
    prune: {
      text: { en: 'delete documents that are not published', es: 'borrar los documentos que no están publicados' },
    },
  },
  run: async (call) => {
    const folder = folderIn(call)
    if ((await stat(folder).catch(() => undefined))?.isFile() === true)
      throw new WrongCall(say(call.language, 'folderMissing', { folder }))
    const { version, documents } = await atDoor(call, (door) => publishedDocuments(door))
    const { texts } = await readDefinitionFolder(folder)
    const written = [...documents].filter(([file, text]) => documentAt(file) !== undefined && texts.get(file) !== text)
    for (const [file, text] of written) await writeDocument(path.join(folder, file), text)
    const besides = [...texts.keys()].filter((file) => !documents.has(file))
    const isPruned = call.has('prune')
    if (isPruned) for (const file of besides) await rm(path.join(folder, file))
    const unchanged = documents.size - written.length
    return {
      exitCode: 0,
      lines: [
        ...besides.map((file) => say(call.language, isPruned ? 'pulledRemoved' : 'pulledLeft', { path: file })),
        say(call.language, 'pulled', { version, written: written.length, unchanged }),
      ],
      json: {
        version,
        folder,
        written: written.map(([file]) => file),
        unchanged,
        [isPruned ? 'removed' : 'left']: besides,
      },
    }
  },
}

const writeDocument = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
