import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** How often a folder is looked at, in milliseconds; it has to be the same twice before it is read. */
const interval = 200

/**
 * One event for each time that the documents of a folder came to rest after a change; ends when it is told to stop.
 * Looks instead of listening: notices of the system get lost when editors replace a file, on shared and on mounted folders.
 */
export const watchFolder = (folder: string, stopped: AbortSignal): AsyncIterable<void> => {
  const atFirst = stateOf(folder)
  return {
    async *[Symbol.asyncIterator]() {
      let told = await atFirst
      let seen = told
      while (!stopped.aborted) {
        await pause(interval, undefined, { signal: stopped }).catch(() => undefined)
        const state = await stateOf(folder)
        if (state === seen && state !== told && !stopped.aborted) {
          told = state
          yield
        }
        seen = state
      }
    },
  }
}

/** Names, sizes and times of all documents. A folder that is away for a moment is a state like any other. */
const stateOf = async (folder: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const file of await documentsBelow(folder)) {
    const { size, mtimeMs } = (await stat(file).catch(() => undefined)) ?? { size: 0, mtimeMs: 0 }
    hash.update(JSON.stringify([file, size, mtimeMs]))
  }
  return hash.digest('hex')
}

const documentsBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  const folders = entries.filter((entry) => entry.isDirectory() && !besides.has(entry.name))
  const below = await Promise.all(folders.map(({ name }) => documentsBelow(path.join(folder, name))))
  return [...files.map(({ name }) => path.join(folder, name)), ...below.flat()].toSorted()
}

const besides = new Set(['seed', 'node_modules', '.git'])
