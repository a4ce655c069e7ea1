import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './embedded.ts'

const isRoot = process.getuid?.() === 0
const isLinux = process.platform === 'linux'

/** A folder that PostgreSQL's user may pass through, as `TELAR_DATA_DIR` usually is. */
const openFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'telar-embedded-'))
  fs.chmodSync(folder, 0o711)
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

const start = async (dataDir: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> => {
  const database = await startEmbedded({ dataDir, isDurable: false, ...options })
  onTestFinished(() => database.stop())
  return database
}

const query = async (database: { readonly connectionString: string }, text: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: database.connectionString })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const remember = (database: EmbeddedDatabase): Promise<unknown[]> =>
  query(database, `create table kept as select 'ñandú' as bird`)

const recall = (database: EmbeddedDatabase): Promise<unknown[]> => query(database, 'select bird from kept')

const kept = [{ bird: 'ñandú' }]

const postmasterOf = (cluster: string): number =>
  Number(fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])

const stateOf = (dataDir: string): { cluster: string; port: number } =>
  JSON.parse(fs.readFileSync(path.join(dataDir, 'postgres.json'), 'utf8'))

/** A disk of 12 MB, where the machine allows it (containers often do not). */
const mounts = (folder: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0711', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

interface Elsewhere {
  readonly pid: number
  readonly connectionString: string
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
}

/** A server process of its own that only runs the database. */
const startElsewhere = async (dataDir: string): Promise<Elsewhere> => {
  const module = JSON.stringify(new URL('./embedded.ts', import.meta.url).href)
  const script = `const { startEmbedded } = await import(${module})
    const database = await startEmbedded({ dataDir: process.argv[1], isDurable: false })
    process.on('SIGTERM', () => database.stop().then(() => process.exit()))
    console.log(database.connectionString)
    setInterval(() => undefined, 1000)`
  const args = ['--input-type=module', '-e', script, dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  onTestFinished(() => kill('SIGTERM'))
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { pid: child.pid ?? 0, connectionString: String(line).trim(), kill }
}

describe('an ordinary start', () => {
  it('makes a database in UTF-8 with the builtin order, open to the loopback with a password only', async () => {
    const dataDir = openFolder()
    const database = await start(dataDir)
    const [row] = await query(
      database,
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
        current_setting('listen_addresses') as host, current_setting('unix_socket_directories') as sockets,
        current_setting('password_encryption') as password, current_setting('timezone') as timezone
      from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      host: '127.0.0.1',
      sockets: '',
      password: 'scram-sha-256',
      timezone: 'UTC',
    })
    const stranger = database.connectionString.replace(/:[^:@]+@/, ':guess@')
    await expect(query({ connectionString: stranger }, 'select 1')).rejects.toThrow('password authentication failed')
    expect(fs.statSync(path.join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600)
  })

  it('sees letters of every script in trigrams', async () => {
    const database = await start(openFolder())
    await query(database, 'create extension pg_trgm')
    expect(await query(database, `select cardinality(show_trgm('Привет')) as count`)).toEqual([{ count: 7 }])
  })

  it('keeps data, port and password from one start to the next', async () => {
    const dataDir = openFolder()
    const first = await startEmbedded({ dataDir })
    await remember(first)
    await first.stop()
    const second = await start(dataDir)
    expect(await recall(second)).toEqual(kept)
    expect(second.connectionString).toBe(first.connectionString)
  })

  it('takes another port when somebody has the remembered one', async () => {
    const dataDir = openFolder()
    const first = await startEmbedded({ dataDir, isDurable: false })
    await first.stop()
    const squatter = net.createServer().listen(stateOf(dataDir).port, '127.0.0.1')
    onTestFinished(() => void squatter.close())
    await once(squatter, 'listening')
    const second = await start(dataDir)
    expect(second.connectionString).not.toBe(first.connectionString)
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('stops twice without complaint and leaves no process behind', async () => {
    const dataDir = openFolder()
    const database = await startEmbedded({ dataDir, isDurable: false })
    const pid = postmasterOf(path.join(dataDir, 'postgres'))
    await Promise.all([database.stop(), database.stop()])
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})

describe('a second server on the same data directory', () => {
  it('is refused in one sentence with the process that has it, and the first goes on', async () => {
    const dataDir = openFolder()
    const other = await startElsewhere(dataDir)
    const sentence = `Another Telar server (process ${other.pid}) already uses the data directory ${dataDir}`
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      message: expect.stringContaining(sentence),
    })
    expect(await query(other, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is refused inside one process too', async () => {
    const dataDir = openFolder()
    await start(dataDir)
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' })
  })
})

describe('after a crash', () => {
  it('starts again after kill -9 of the server, whose PostgreSQL lived on', async () => {
    const dataDir = openFolder()
    const other = await startElsewhere(dataDir)
    await query(other, `create table kept as select 'ñandú' as bird`)
    const survivor = postmasterOf(path.join(dataDir, 'postgres'))
    await other.kill('SIGKILL')
    expect(process.kill(survivor, 0)).toBe(true)
    const again = await start(dataDir)
    expect(() => process.kill(survivor, 0)).toThrow('ESRCH')
    expect(await recall(again)).toEqual(kept)
  })

  it('restarts a PostgreSQL that was killed, says so, and keeps the connection string', async () => {
    const dataDir = openFolder()
    const events: string[] = []
    const up = Promise.withResolvers<void>()
    const database = await start(dataDir, { onDown: ({ code }) => events.push(code), onUp: () => up.resolve() })
    await remember(database)
    process.kill(postmasterOf(path.join(dataDir, 'postgres')), 'SIGKILL')
    await up.promise
    expect(events).toEqual(['DATABASE_STOPPED'])
    expect(await recall(database)).toEqual(kept)
  })

  it('is not misled by a process number that somebody else got since', async () => {
    const dataDir = openFolder()
    const first = await startEmbedded({ dataDir, isDurable: false })
    await remember(first)
    const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid')
    const note = fs.readFileSync(pidFile, 'utf8')
    await first.stop()
    fs.writeFileSync(pidFile, note.replace(/^\d+/, String(process.pid)))
    const second = await start(dataDir)
    expect(await recall(second)).toEqual(kept)
  })

  it('throws away a cluster that was only half made', async () => {
    const dataDir = openFolder()
    fs.mkdirSync(path.join(dataDir, 'postgres.new', 'base'), { recursive: true })
    const database = await start(dataDir)
    expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(fs.existsSync(path.join(dataDir, 'postgres.new'))).toBe(false)
  })

  it('gives a new password when its state file was lost', async () => {
    const dataDir = openFolder()
    const first = await startEmbedded({ dataDir, isDurable: false })
    await remember(first)
    await first.stop()
    fs.rmSync(path.join(dataDir, 'postgres.json'))
    const second = await start(dataDir)
    expect(await recall(second)).toEqual(kept)
  })
})

describe('a place that does not fit', () => {
  it.runIf(isRoot)('keeps the cluster in a shelter when a 0700 folder above shuts PostgreSQL out', async () => {
    const closed = openFolder()
    const shelter = path.join(openFolder(), 'shelter')
    const dataDir = path.join(closed, 'data')
    fs.chmodSync(closed, 0o700)
    const first = await startEmbedded({ dataDir, shelter, isDurable: false })
    await remember(first)
    await first.stop()
    expect(path.dirname(stateOf(dataDir).cluster)).toBe(shelter)
    const second = await start(dataDir, { shelter })
    expect(await recall(second)).toEqual(kept)
  })

  it.runIf(isRoot)('begins anew when the data directory of a sheltered cluster was deleted', async () => {
    const closed = openFolder()
    const shelter = path.join(openFolder(), 'shelter')
    const dataDir = path.join(closed, 'data')
    fs.chmodSync(closed, 0o700)
    const first = await startEmbedded({ dataDir, shelter, isDurable: false })
    await remember(first)
    await first.stop()
    fs.rmSync(dataDir, { recursive: true })
    const second = await start(dataDir, { shelter })
    await expect(recall(second)).rejects.toThrow('does not exist')
    expect(fs.existsSync(`${stateOf(dataDir).cluster}.old`)).toBe(true)
  })

  it.runIf(isRoot)('says that the data directory was moved to where PostgreSQL cannot go', async () => {
    const closed = openFolder()
    fs.chmodSync(closed, 0o700)
    const dataDir = openFolder()
    const first = await startEmbedded({ dataDir, isDurable: false })
    await first.stop()
    const moved = path.join(closed, 'data')
    fs.cpSync(dataDir, moved, { recursive: true })
    await expect(start(moved)).rejects.toMatchObject({ code: 'CLUSTER_UNREACHABLE' })
  })

  it('says that a data directory is a file', async () => {
    const file = path.join(openFolder(), 'data')
    fs.writeFileSync(file, '')
    await expect(start(file)).rejects.toMatchObject({ code: 'DATA_DIR_NOT_A_FOLDER' })
    await expect(start(path.join(file, 'below'))).rejects.toMatchObject({ code: 'DATA_DIR_NOT_A_FOLDER' })
  })

  it.runIf(isLinux)('says that a data directory cannot be written', async () => {
    const locked = openFolder()
    fs.chmodSync(locked, 0o555)
    // Root may write everywhere but among the devices.
    const dataDir = isRoot ? '/sys/telar' : locked
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'DATA_DIR_UNWRITABLE',
      message: expect.stringContaining(dataDir),
    })
  })

  it.runIf(isRoot && isLinux)('says that the disk is full', async ({ skip }) => {
    const disk = openFolder()
    skip(!mounts(disk), 'this machine lets nobody make a small disk')
    onTestFinished(() => void execFileSync('umount', ['-l', disk]))
    await expect(start(path.join(disk, 'data'))).rejects.toMatchObject({ code: 'DISK_FULL' })
  })

  it('does not start with an empty database when the remembered cluster is gone', async () => {
    const dataDir = openFolder()
    const first = await startEmbedded({ dataDir, isDurable: false })
    await first.stop()
    fs.renameSync(path.join(dataDir, 'postgres'), path.join(dataDir, 'elsewhere'))
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'CLUSTER_MISSING' })
  })

  it('refuses a cluster of another main version', async () => {
    const dataDir = openFolder()
    const first = await startEmbedded({ dataDir, isDurable: false })
    await first.stop()
    fs.writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'CLUSTER_VERSION',
      params: { found: '15', known: '18' },
    })
  })

  it('names a damaged state file', async () => {
    const dataDir = openFolder()
    fs.writeFileSync(path.join(dataDir, 'postgres.json'), '{"cluster": 5')
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'STATE_UNREADABLE' })
  })
})
