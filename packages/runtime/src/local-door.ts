import fs from 'node:fs'
import path from 'node:path'
import { isObject } from '@telar/metadata'

/** Where commands on this machine find the running server, and what lets them in. */
export interface LocalDoor {
  readonly address: string
  readonly token: string
  /** The server's process. */
  readonly pid: number
}

const fileOf = (dataDir: string): string => path.join(dataDir, 'server.json')

/** Leaves the door in the data directory, readable by its owner only. */
export const openLocalDoor = (dataDir: string, door: LocalDoor): void => {
  const file = fileOf(dataDir)
  const draft = `${file}.${process.pid}`
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  fs.rmSync(draft, { force: true })
  fs.writeFileSync(draft, `${JSON.stringify(door, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  fs.renameSync(draft, file)
}

/** Takes the door away, unless another server has put its own there meanwhile. */
export const closeLocalDoor = (dataDir: string, { token }: LocalDoor): void => {
  if (readLocalDoor(dataDir)?.token === token) fs.rmSync(fileOf(dataDir), { force: true })
}

/** The door that the server of a data directory left; one that was killed leaves it behind. */
export const readLocalDoor = (dataDir: string): LocalDoor | undefined => {
  try {
    const door: unknown = JSON.parse(fs.readFileSync(fileOf(dataDir), 'utf8'))
    if (!isObject(door)) return undefined
    const { address, token, pid } = door
    return typeof address === 'string' && typeof token === 'string' && typeof pid === 'number'
      ? { address, token, pid }
      : undefined
  } catch {
    return undefined
  }
}
