// Every package that Telar ships with must carry a licence that this list allows.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

const found = new Map()
for (const room of fs.readdirSync(path.join(root, 'packages'))) visit(path.join(root, 'packages', room))

const refused = [...found.values()].filter(({ licence }) => !isAllowed(licence))
for (const { name, version, licence } of refused) {
  console.error(`${name}@${version} has the licence ${JSON.stringify(licence ?? 'none')}, which is not on the list.`)
}
if (refused.length > 0) console.error('Replace the package, or allow its licence in tools/check-licences.mjs.')
else console.log(`${found.size} production packages, all under an allowed licence.`)
process.exit(refused.length > 0 ? 1 : 0)

function visit(folder) {
  if (found.has(folder)) return
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  found.set(folder, { name: manifest.name, version: manifest.version, licence: licenceOf(manifest) })
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    const installed = installedFolder(name, folder)
    if (installed) visit(installed)
  }
}

/** Where Node would find this package; nothing for an optional one that is not installed here. */
function installedFolder(name, from) {
  for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name)
    if (fs.existsSync(path.join(candidate, 'package.json'))) return fs.realpathSync(candidate)
  }
  return undefined
}

function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license
  if (license?.type) return license.type
  return licenses?.map(({ type }) => type).join(' OR ')
}

/** SPDX: one allowed alternative is enough, of a combination all parts must be allowed. */
function isAllowed(licence) {
  if (!licence) return false
  const alternatives = licence.replaceAll(/[()]/g, '').split(/\s+OR\s+/)
  return alternatives.some((alternative) => alternative.split(/\s+AND\s+/).every((part) => ALLOWED.has(part)))
}
