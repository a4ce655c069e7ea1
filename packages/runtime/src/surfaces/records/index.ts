import { defineSurface } from '../surface.ts'
import { aggregateRoutes } from './aggregate-routes.ts'
import { batchRoutes } from './batch-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { listRoutes, recordRoutes } from './record-routes.ts'

/** Records of every module: lists, batches, single records, their links. */
export const records = defineSurface({
  name: 'records',
  scope: 'workspace',
  path: '/records',
  alsoReads: /^POST \/records\/[^/]+\/(query|aggregate)$/,
  routes: (app, services) => {
    listRoutes(app)
    batchRoutes(app, services)
    recordRoutes(app)
    linkRoutes(app)
    aggregateRoutes(app)
  },
})
