import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { canonicalText, isObject, readJson } from '@telar/metadata'
import { knownTemplates, templateFolder } from '@telar/runtime'
import type { Command } from '../command.ts'
import { folderIn } from '../definition/read-folder.ts'
import { say } from '../texts.ts'
import { WrongCall } from '../wrong-call.ts'

/** What a definition starts from when no template is named: one module. */
const smallest = path.resolve(import.meta.dirname, '../../../../examples/hello-module')

/** Makes a definition to start from. */
export const create: Command = {
  name: 'new',
  summary: {
    en: 'make a folder with a definition to start from',
    es: 'crear una carpeta con una definición de partida',
  },
  usage: { en: '<folder> [--template <name>]', es: '<carpeta> [--template <nombre>]' },
  words: { min: 1, max: 1 },
  options: {
    template: {
      value: 'name',
      text: {
        en: 'start from this template instead of one module',
        es: 'partir de esta plantilla y no de un solo módulo',
      },
    },
  },
  run: async (call) => {
    const { language } = call
    const folder = folderIn(call)
    const template = call.value('template')
    const source = template === undefined ? smallest : templateFolder(template)
    if (source === undefined)
      throw new WrongCall(say(language, 'templateUnknown', { template, known: knownTemplates() }))
    if (!(await isEmpty(folder))) throw new WrongCall(say(language, 'folderFull', { folder }))
    await mkdir(folder, { recursive: true })
    await cp(source, folder, { recursive: true })
    if (template === undefined) await introduce(folder)
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    ).length
    return { exitCode: 0, lines: [say(language, 'made', { folder: call.words[0], files })], json: { folder, files } }
  },
}

const isEmpty = async (folder: string): Promise<boolean> => {
  const found = await readdir(folder).catch((error: unknown) =>
    error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : ['?'],
  )
  return found.length === 0
}

/** The application is called as its folder is. */
const introduce = async (folder: string): Promise<void> => {
  const file = path.join(folder, 'telar.json')
  const app = readJson(await readFile(file, 'utf8')).value
  if (!isObject(app)) return
  const title = path.basename(folder)
  const name = nameFrom(title)
  const { 'x-id': _id, ...words } = app
  await writeFile(file, canonicalText({ ...words, name, title }))
  await writeFile(path.join(folder, 'README.md'), readme(title))
}

const nameFrom = (title: string): string => {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
  return name === '' ? 'crm' : name
}

const readme = (title: string): string =>
  [
    `# ${title}`,
    'The definition of a CRM: `telar.json` names it, every file in `modules/` is a module, a JSON Schema.',
    'Work on it: `npx telar dev .` serves it and publishes every change that you save.',
    'Check it: `npx telar validate .`. Publish it elsewhere: `npx telar apply .`; `npx telar plan .` says what that would change.',
    'What was changed in the browser comes back with `npx telar pull .`.',
    '',
  ].join('\n')
