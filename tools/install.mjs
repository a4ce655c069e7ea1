import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { root } from './root.mjs'

const PNPM = 'pnpm@12.21.0'
const STAMP = 'node_modules/.telar-install'

/** Installs the dependencies of the lock file, only when something changed since the last time. */
export function ensureInstalled() {
  const wanted = fingerprint(manifests(), process.platform, process.arch)
  if (readStamp(STAMP) === wanted && fs.existsSync(path.join(root, 'node_modules', '.bin'))) return
  console.log('Installing dependencies …')
  const { status, error } = spawnSync(
    'npx',
    ['-y', PNPM, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
    { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' },
  )
  if (status !== 0)
    throw new Error(`The dependencies could not be installed${error ? `: ${error.message}` : '; see above'}.`)
  writeStamp(STAMP, wanted)
}

function manifests() {
  const packages = fs.readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}/package.json`)
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'test/package.json', ...packages.sort()]
}
