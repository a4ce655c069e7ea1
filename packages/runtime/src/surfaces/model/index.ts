import { capabilityNames, modelView } from '@telar/metadata'
import { listTeams } from '../../access/teams.ts'
import { listMembers } from '../../auth/index.ts'
import { defineSurface } from '../surface.ts'

/** What the caller may see of the definition: modules, fields, layouts, views, navigation, people. */
export const model = defineSurface({
  name: 'model',
  scope: 'workspace',
  path: '/model',
  routes: (app, services) => {
    app.get('/', async (context) => {
      const { snapshot, principal, access, impersonator, language } = context.var.request
      const place = { database: services.pool, schema: snapshot.workspace.schema }
      const [members, teams] = await Promise.all([listMembers(place), listTeams(place)])
      const seesAny = access.visible.modules.size > 0
      return context.json({
        version: snapshot.version,
        workspace: { slug: snapshot.workspace.slug },
        me: {
          id: principal.id,
          name: principal.name,
          email: principal.email,
          capabilities: capabilityNames.filter(access.can),
          impersonatedBy: impersonator ?? null,
        },
        // Whoever may see nothing learns of nobody.
        members: members.filter(({ id }) => seesAny || id === principal.id).map(({ id, name }) => ({ id, name })),
        teams: teams.filter(() => seesAny).map(({ id, name }) => ({ id, name })),
        ...modelView(access, language),
      })
    })
  },
})
