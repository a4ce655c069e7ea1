import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

const IGNORED = new Set(['node_modules', 'dist'])

/** One hash over the content of these files and folders (paths from the project's root; missing ones count as missing). */
export function fingerprint(entries, ...facts) {
  const hash = createHash('sha256').update(JSON.stringify(facts))
  for (const entry of entries)
    for (const file of filesOf(entry)) hash.update(file).update('\0').update(read(file)).update('\0')
  return hash.digest('hex')
}

/** The stamp that a former run left, or nothing. */
export const readStamp = (file) => read(file).toString('utf8')

export function writeStamp(file, value) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), value)
}

function filesOf(entry) {
  const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return [entry]
  return fs
    .readdirSync(path.join(root, entry))
    .filter((name) => !IGNORED.has(name))
    .sort()
    .flatMap((name) => filesOf(path.posix.join(entry, name)))
}

function read(file) {
  try {
    return fs.readFileSync(path.join(root, file))
  } catch {
    return Buffer.alloc(0)
  }
}
