import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { canonicalText, type JsonObject } from '@telar/metadata'

/** A folder of the bench's own, which goes when it ends. */
export interface BenchFolder {
  readonly at: (name: string) => string
  /** Writes a definition into a folder below and gives its path. */
  readonly definition: (name: string, documents: Readonly<Record<string, JsonObject>>) => Promise<string>
  readonly remove: () => Promise<void>
}

export const openFolder = async (): Promise<BenchFolder> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'telar-bench-'))
  // As root, PostgreSQL runs as another user, who has to get in.
  await chmod(folder, 0o711)
  const at = (name: string): string => path.join(folder, name)
  return {
    at,
    definition: async (name, documents) => {
      for (const [file, document] of Object.entries(documents)) {
        const place = path.join(at(name), file)
        await mkdir(path.dirname(place), { recursive: true })
        await writeFile(place, canonicalText(document))
      }
      return at(name)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
