import fs from 'node:fs'
import path from 'node:path'
import { runNode } from './child.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { root } from './root.mjs'

const SOURCES = ['web', 'designer', 'ui', 'client', 'metadata', 'workflows'].map((room) => `packages/${room}`)
const STAMP = 'packages/web/dist/.telar-build'

/** Builds the browser application when its sources changed since the last build. */
export async function buildWeb() {
  if (!fs.existsSync(path.join(root, 'packages/web/index.html'))) return
  const wanted = fingerprint([...SOURCES, 'pnpm-lock.yaml'])
  if (readStamp(STAMP) === wanted) return
  console.log('Building the browser application …')
  const code = await runNode(['node_modules/vite/bin/vite.js', 'build', 'packages/web', '--logLevel', 'warn'])
  if (code !== 0) throw new Error('The browser application could not be built; see above.')
  writeStamp(STAMP, wanted)
}
