import { modelView } from '@telar/metadata'
import { listMembers } from '../../auth/index.ts'
import { defineSurface } from '../surface.ts'

/** What the caller may see of the definition: modules, fields, layouts, views, navigation, people. */
export const model = defineSurface({
  name: 'model',
  scope: 'workspace',
  path: '/model',
  routes: (app, services) => {
    app.get('/', async (context) => {
      const { snapshot, principal, language } = context.var.request
      const members = await listMembers({ database: services.pool, schema: snapshot.workspace.schema })
      return context.json({
        version: snapshot.version,
        workspace: { slug: snapshot.workspace.slug },
        me: { id: principal.id, name: principal.name, email: principal.email },
        members: members.map(({ id, name }) => ({ id, name })),
        ...modelView(snapshot.model, language, principal),
      })
    })
  },
})
