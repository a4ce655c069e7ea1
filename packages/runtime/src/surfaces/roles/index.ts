import { listRoles } from '../../access/list-roles.ts'
import { defineSurface } from '../surface.ts'

/** Roles of the definition with those who have them; the documents themselves are changed by change sets. */
export const roles = defineSurface({
  name: 'roles',
  scope: 'workspace',
  path: '/roles',
  routes: (app) => {
    app.get('/', async (context) => context.json(await context.var.request.perform(listRoles)))
  },
})
