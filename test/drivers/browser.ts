import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

// Not the flags of the package: they switch the security of the web off.
const flags = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const packed = path.join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '..', '..', 'bin')
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
const cache = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url))

/** Starts the Chromium that came from npm, or the one that `CHROMIUM_PATH` names. */
export async function launchBrowser(): Promise<Browser> {
  if (process.env.CHROMIUM_PATH) return chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: flags })
  const folder = await unpackBrowser()
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      // A small machine lacks libnss3 and fonts: the package brings both.
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      FONTCONFIG_PATH: folder,
    },
  })
}

/** Unpacks the browser once per version; the folder appears whole or not at all. */
export async function unpackBrowser(): Promise<string> {
  const folder = path.join(cache, packageVersion())
  if (process.env.CHROMIUM_PATH || fs.existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  fs.mkdirSync(draft, { recursive: true })
  await inflateInto(draft)
  fs.writeFileSync(path.join(draft, 'fonts.conf'), fontsConfiguration(folder))
  try {
    fs.renameSync(draft, folder)
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    if (!fs.existsSync(folder)) throw error
  }
  return folder
}

/** The package unpacks to the temporary folder, and takes whatever lies there for its own: so we give it an empty one. */
async function inflateInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  const started = archives.map((archive) => inflate(path.join(packed, archive)))
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  await Promise.all(started)
}

function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(fs.readFileSync(path.join(packed, '..', 'package.json'), 'utf8'))
  return manifest.version
}

const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
