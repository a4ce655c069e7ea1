import { myself } from '../../access/myself.ts'
import { defineSurface } from '../surface.ts'

/** Who asks, and what they may do besides work on records. */
export const me = defineSurface({
  name: 'me',
  scope: 'workspace',
  path: '/me',
  routes: (app) => {
    app.get('/', async (context) => {
      const { perform, impersonator } = context.var.request
      return context.json({ ...(await perform(myself)), impersonatedBy: impersonator ?? null })
    })
  },
})
