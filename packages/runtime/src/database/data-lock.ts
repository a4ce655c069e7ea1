import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseError, writeFailure } from './database-error.ts'

/** A held data directory. */
export interface DataLock {
  readonly release: () => void
}

/**
 * Takes the data directory for this process, or says who has it.
 *
 * The lock is one that the kernel holds on an open file: it is gone the moment its process is, also after `kill -9`,
 * so there is no stale lock, no reused process number and no race to take one over. SQLite is Node's way to it.
 */
export const lockDataDir = (dataDir: string): DataLock => {
  const file = path.join(dataDir, 'server.lock')
  const pidFile = path.join(dataDir, 'server.pid')
  touch(file, dataDir)
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (cause) {
    lock.close()
    throw new DatabaseError('DATA_DIR_IN_USE', { path: dataDir, pid: readPid(pidFile) }, { cause })
  }
  try {
    fs.writeFileSync(pidFile, `${process.pid}\n`)
  } catch (error) {
    lock.close()
    throw writeFailure(error, dataDir)
  }
  return {
    release: () => {
      fs.rmSync(pidFile, { force: true })
      lock.close()
    },
  }
}

/** A plain open first: it tells why a folder cannot be written, which SQLite does not. */
const touch = (file: string, dataDir: string): void => {
  try {
    fs.closeSync(fs.openSync(file, 'a', 0o600))
  } catch (error) {
    throw writeFailure(error, dataDir)
  }
}

const readPid = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8').trim() || '?'
  } catch {
    return '?'
  }
}
