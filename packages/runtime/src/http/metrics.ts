import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { EventHub } from '../events/event-hub.ts'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'
import { ledgerEnd } from '../storage/ledger-reader.ts'
import type { Worker } from '../worker/start-worker.ts'

/** What the server measures of itself, in the text form of Prometheus. */
export interface Metrics {
  /** Times every request by the pattern of its route: addresses themselves are without number. */
  readonly observe: MiddlewareHandler
  readonly contentType: string
  readonly text: () => Promise<string>
}

interface Measured {
  readonly pool: pg.Pool
  readonly snapshots: SnapshotStore
  readonly events: EventHub
  readonly worker: () => Worker | undefined
}

export const createMetrics = (measured: Measured): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  registerGauges(registry, measured)
  const duration = new Histogram({
    name: 'telar_http_request_duration_seconds',
    help: 'Time from a request to the begin of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  })
  return {
    observe: async (context, next) => {
      const start = performance.now()
      await next()
      const method = knownMethods.has(context.req.method) ? context.req.method : 'OTHER'
      const labels = { method, route: routePath(context), status: String(context.res.status) }
      duration.observe(labels, (performance.now() - start) / 1000)
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** One value, and one for each label. */
interface Measure {
  readonly name: string
  readonly help: string
  readonly label: string
  readonly values: (measured: Measured) => Values | Promise<Values>
}

type Values = readonly (readonly [label: string, value: number])[]

const measures: readonly Measure[] = [
  {
    name: 'telar_pool_connections',
    help: 'Connections to PostgreSQL, and requests that wait for one.',
    label: 'state',
    values: ({ pool }) => [
      ['used', pool.totalCount - pool.idleCount],
      ['idle', pool.idleCount],
      ['awaited', pool.waitingCount],
    ],
  },
  {
    name: 'telar_published_version',
    help: 'Version of the definition that this node serves.',
    label: 'workspace',
    values: ({ snapshots }) => snapshots.workspaces().map(({ slug }) => [slug, snapshots.current(slug)?.version ?? 0]),
  },
  {
    name: 'telar_event_listeners',
    help: 'Open streams of live changes.',
    label: 'workspace',
    values: ({ events }) => events.states().map(({ slug, state }) => [slug, state.listeners]),
  },
  {
    name: 'telar_ledger_lag_transactions',
    help: 'Transactions that live changes are behind; a long one that is still open holds them up.',
    label: 'workspace',
    values: async ({ events, pool }) => {
      const followed = events
        .states()
        .flatMap(({ slug, state }) => (state.place === undefined ? [] : [{ slug, tx: BigInt(state.place.tx) }]))
      const end = followed.length === 0 ? undefined : await ledgerEnd(pool).catch(() => undefined)
      return end === undefined ? [] : followed.map(({ slug, tx }) => [slug, Number(end - tx)])
    },
  },
  {
    name: 'telar_worker_alive',
    help: 'Whether the part that works without being asked still comes round.',
    label: 'role',
    values: ({ worker }) => [['worker', worker()?.isAlive() === true ? 1 : 0]],
  },
]

const registerGauges = (registry: Registry, measured: Measured): void => {
  for (const { name, help, label, values } of measures) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect: async () => {
        const now = await values(measured)
        gauge.reset()
        for (const [of, value] of now) gauge.set({ [label]: of }, value)
      },
    })
  }
}
