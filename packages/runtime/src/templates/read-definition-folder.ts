import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { documentAt } from '@telar/metadata'

/** Folders of a definition that hold no documents. */
const besides = new Set(['seed', 'node_modules', '.git'])

export interface DefinitionFolder {
  /** Texts of the documents by path. */
  readonly texts: ReadonlyMap<string, string>
  /** JSON files that lie at no document's path. */
  readonly strangers: readonly string[]
}

/** The documents of a folder, as written; what is no document is named, never taken. */
export const readDefinitionFolder = async (folder: string): Promise<DefinitionFolder> => {
  const texts = new Map<string, string>()
  const strangers: string[] = []
  for (const file of await jsonFiles(folder, '')) {
    if (documentAt(file) === undefined) strangers.push(file)
    else texts.set(file, await readFile(path.join(folder, file), 'utf8'))
  }
  return { texts, strangers }
}

const jsonFiles = async (folder: string, below: string): Promise<readonly string[]> => {
  if (!existsSync(path.join(folder, below))) return []
  const entries = await readdir(path.join(folder, below), { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory() && !besides.has(entry.name)) found.push(...(await jsonFiles(folder, file)))
    else if (entry.isFile() && entry.name.endsWith('.json')) found.push(file)
  }
  return found
}
