import { listRoles } from '../../access/list-roles.ts'
import { readRole } from '../../access/read-role.ts'
import { defineSurface } from '../surface.ts'

/** Roles of the definition with those who have them, and as they are written; they are changed by change sets. */
export const roles = defineSurface({
  name: 'roles',
  scope: 'workspace',
  path: '/roles',
  routes: (app) => {
    app.get('/', async (context) => context.json(await context.var.request.perform(listRoles)))
    app.get('/:name', async (context) => {
      const name = context.req.param('name')
      return context.json(await context.var.request.perform((caller) => readRole(caller, name)))
    })
  },
})
