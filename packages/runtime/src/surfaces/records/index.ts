import { defineSurface } from '../surface.ts'
import { linkRoutes } from './link-routes.ts'
import { listRoutes, recordRoutes } from './record-routes.ts'

/** Records of every module: lists, single records, their links. */
export const records = defineSurface({
  name: 'records',
  scope: 'workspace',
  path: '/records',
  routes: (app) => {
    listRoutes(app)
    recordRoutes(app)
    linkRoutes(app)
  },
})
