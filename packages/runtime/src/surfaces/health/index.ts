import { setTimeout as pause } from 'node:timers/promises'
import { rows } from '../../database/pool.ts'
import { raw } from '../../database/sql.ts'
import type { Services } from '../../services.ts'
import { defineSurface } from '../surface.ts'

/** Alive; and ready to serve: database, worker, published versions. */
export const health = defineSurface({
  name: 'health',
  scope: 'public',
  path: '/',
  routes: (app, services) => {
    app.get('/healthz', (context) => context.json({ status: 'ok' }))
    app.get('/readyz', async (context) => {
      const readiness = await readinessOf(services)
      return context.json(readiness, readiness.status === 'ready' ? 200 : 503, { 'cache-control': 'no-store' })
    })
  },
})

interface Readiness {
  readonly status: 'ready' | 'unavailable'
  readonly database: boolean
  /** `elsewhere`: this node only answers requests. */
  readonly worker: 'alive' | 'stuck' | 'elsewhere'
  readonly role: string
  /** What this node serves of each workspace. */
  readonly versions: Readonly<Record<string, number>>
  /** Workspaces of which it could not load what is published. */
  readonly behind: readonly string[]
}

const readinessOf = async (services: Services): Promise<Readiness> => {
  const published = await publishedVersions(services)
  const behind = published === undefined ? [] : await laggards(services, published)
  const worker = services.worker()
  const state = worker === undefined ? 'elsewhere' : worker.isAlive() ? 'alive' : 'stuck'
  const versions = Object.fromEntries(
    services.snapshots.workspaces().map(({ slug }) => [slug, services.snapshots.current(slug)?.version ?? 0]),
  )
  const isReady = published !== undefined && behind.length === 0 && state !== 'stuck'
  return {
    status: isReady ? 'ready' : 'unavailable',
    database: published !== undefined,
    worker: state,
    role: services.config.role,
    versions,
    behind,
  }
}

/** Longer than this the database counts as away, in milliseconds. */
const patience = 3000

const publishedVersions = async ({ pool }: Services): Promise<ReadonlyMap<string, number> | undefined> => {
  const late = pause(patience, undefined, { ref: false })
  const asked = rows(pool, raw('select slug, published from telar.workspace')).then(
    (found) => new Map(found.map(([slug, version]) => [String(slug), Number(version)])),
    () => undefined,
  )
  return Promise.race([asked, late])
}

/** A version that was published this moment is loaded before it counts as missing. */
const laggards = async (
  { snapshots }: Services,
  published: ReadonlyMap<string, number>,
): Promise<readonly string[]> => {
  const served = snapshots.workspaces().map(({ slug }) => slug)
  const isBehind = (slug: string): boolean => (snapshots.current(slug)?.version ?? 0) < (published.get(slug) ?? 0)
  await Promise.all(served.filter(isBehind).map((slug) => snapshots.refresh(slug).catch(() => undefined)))
  return served.filter(isBehind)
}
