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
        members: members.map(({ id, name }) => ({ id, name })),
        teams: teams.map(({ id, name }) => ({ id, name })),
        ...modelView(access, language),
      })
    })
  },
})
