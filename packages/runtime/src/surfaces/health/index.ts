import { rows } from '../../database/pool.ts'
import { sql } from '../../database/sql.ts'
import { defineSurface } from '../surface.ts'

/** Alive; and ready to serve: database, published versions. */
export const health = defineSurface({
  name: 'health',
  scope: 'public',
  path: '/',
  routes: (app, services) => {
    app.get('/healthz', (context) => context.json({ status: 'ok' }))
    app.get('/readyz', async (context) => {
      const database = await rows(services.pool, sql`select 1`).then(
        () => true,
        () => false,
      )
      const versions = Object.fromEntries(services.snapshots.workspaces().map(({ slug }) => [slug, services.snapshots.current(slug)?.version ?? 0]))
      return context.json({ status: database ? 'ready' : 'unavailable', database, role: services.config.role, versions }, database ? 200 : 503)
    })
  },
})
