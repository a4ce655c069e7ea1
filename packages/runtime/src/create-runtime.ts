import { createHash } from 'node:crypto'
import type { ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import type pg from 'pg'
import type { Logger } from 'pino'
import { createAccessCache } from './access/access-cache.ts'
import { createAuth, createLocalAccess, type SetupState } from './auth/index.ts'
import { versionChannel } from './changesets/publish.ts'
import type { RuntimeConfig } from './config.ts'
import { listenTo } from './database/listen.ts'
import { createPool } from './database/pool.ts'
import { createEventHub } from './events/event-hub.ts'
import { postgresFileStore } from './files/postgres-file-store.ts'
import { createApp } from './http/app.ts'
import { closeHttp, listenHttp } from './http/listen.ts'
import { createMetrics } from './http/metrics.ts'
import { uuidV7 } from './ids/uuid-v7.ts'
import { createMailer, senderFor, type Mailer } from './mail/mailer.ts'
import type { Services } from './services.ts'
import { createSnapshotStore } from './snapshot/snapshot-store.ts'
import { ensureWorkspace, prepareWorkspaces, type Workspace } from './storage/create-workspace.ts'
import { migrateSystem } from './storage/migrate-system.ts'
import { chores } from './worker/chores/index.ts'
import { startWorker, type Worker } from './worker/start-worker.ts'

export interface Runtime {
  readonly app: Hono
  readonly services: Services
  /** The workspace that the configuration names. */
  readonly workspace: Workspace
  readonly setup: SetupState
  readonly listen: () => Promise<void>
  readonly stop: () => Promise<void>
}

export interface RuntimePorts {
  readonly config: RuntimeConfig
  readonly connectionString: string
  readonly log: Logger
  readonly now?: () => Date
  /** Connections for records; sign-in has its own. */
  readonly poolSize?: number
}

/** Wires the server on a running database: system schema, workspaces, snapshots, sign-in, HTTP. */
export const createRuntime = async (ports: RuntimePorts): Promise<Runtime> => {
  const pool = createPool(ports.connectionString, ports.poolSize === undefined ? {} : { max: ports.poolSize })
  // Connections that are idle when the pool ends may hear the database go.
  pool.on('error', (error) => pool.ending || ports.log.warn({ err: error.message }, 'a database connection broke'))
  try {
    return await wire(ports, pool)
  } catch (error) {
    await pool.end()
    throw error
  }
}

const wire = async (
  { config, connectionString, log, now = () => new Date() }: RuntimePorts,
  pool: pg.Pool,
): Promise<Runtime> => {
  await migrateSystem(pool)
  const workspace = await ensureWorkspace(pool, config.workspace, now())
  const snapshots = createSnapshotStore(pool)
  for (const known of await prepareWorkspaces(pool, now())) await snapshots.add(known)
  const baseUrl = config.baseUrl ?? `http://${config.host}:${config.port}`
  const auth = createAuth({
    connectionString,
    secret: config.secret,
    baseUrl,
    mailer: mailerOf(config, baseUrl),
    oidc: config.oidc,
    trustedOrigins: [`http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`],
    log: (level, message) => log[level](message),
  })
  const setup = await auth.start(config.administrator)
  let worker: Worker | undefined
  const measured = { pool, snapshots, events: createEventHub({ pool, snapshots, log }), worker: () => worker }
  const services: Services = {
    ...measured,
    config,
    auth,
    access: createAccessCache({ pool, now, newId: uuidV7 }),
    local: createLocalAccess(),
    files: postgresFileStore(pool),
    metrics: createMetrics(measured),
    log,
    now,
    newId: uuidV7,
    cursorKey: createHash('sha256').update(`cursor ${config.secret}`).digest(),
  }
  const stopListening = listenTo(connectionString, versionChannel, {
    onMessage: (message) => void refreshFrom(services, message),
    onConnected: () => void refreshAll(services),
  })
  const app = createApp(services)
  let server: ServerType | undefined
  if (config.role !== 'web') worker = startWorker(chores, services, log)
  return {
    app,
    services,
    workspace,
    setup,
    listen: async () => {
      server = await listenHttp(app, config)
    },
    stop: async () => {
      await services.events.stop()
      await closeHttp(server)
      await Promise.all([stopListening(), worker?.stop()])
      await auth.close()
      await pool.end()
    },
  }
}

const mailerOf = ({ smtpUrl, mailFrom }: RuntimeConfig, baseUrl: string): Mailer | undefined =>
  smtpUrl === undefined ? undefined : createMailer({ smtpUrl, from: mailFrom ?? senderFor(smtpUrl, baseUrl) })

const refreshFrom = (services: Services, message: string): Promise<unknown> =>
  services.snapshots
    .refresh(message.split(' ')[0] ?? '')
    .catch((error: unknown) => services.log.warn({ err: error }, 'a new version could not be loaded'))

const refreshAll = async (services: Services): Promise<void> => {
  for (const { slug } of services.snapshots.workspaces()) await refreshFrom(services, slug)
}
