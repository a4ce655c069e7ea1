import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { writeFailure } from './database/database-error.ts'

/** The secret of this data directory, made at the first call and kept in a file that only its owner reads. */
export const keptSecret = (dataDir: string): string => {
  const file = path.join(dataDir, 'secret')
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    if (!fs.existsSync(file)) writeOnce(file, randomBytes(32).toString('base64url'))
    fs.chmodSync(file, 0o600)
    return fs.readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw writeFailure(error, dataDir)
  }
}

/** A link appears whole or not at all, and never replaces what another process wrote meanwhile. */
const writeOnce = (file: string, text: string): void => {
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, `${text}\n`, { mode: 0o600, flush: true })
  try {
    fs.linkSync(draft, file)
  } catch (error) {
    if (!fs.existsSync(file)) throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}
