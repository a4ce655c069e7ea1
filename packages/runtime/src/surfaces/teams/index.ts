import { type JsonObject, stringAt } from '@telar/metadata'
import { deleteTeam } from '../../access/delete-team.ts'
import { createTeam, updateTeam } from '../../access/save-team.ts'
import { listTeamTree } from '../../access/teams-view.ts'
import { bodyParts, bodySchema, checkedBody, textsIn } from '../../http/checked-body.ts'
import { knownOnly, textParameter } from '../../http/query-parameters.ts'
import { administer } from '../administration.ts'
import { defineSurface } from '../surface.ts'

const parts = {
  name: { type: 'string', minLength: 1, maxLength: 200 },
  key: { type: 'string', pattern: '^[a-z][a-z0-9-]*$', maxLength: 60 },
  parent: { ...bodyParts.uuid, type: ['string', 'null'] },
  members: bodyParts.uuids,
  roles: bodyParts.names,
}

const newTeam = bodySchema(parts, ['name'])
const changedTeam = bodySchema(parts)

/** The tree of teams: who is in them, and which roles they give. */
export const teams = defineSurface({
  name: 'teams',
  scope: 'workspace',
  path: '/teams',
  routes: (app, services) => {
    app.get('/', async (context) => context.json({ teams: await context.var.request.perform(listTeamTree) }))
    app.post('/', async (context) => {
      const change = teamIn(await checkedBody(context, newTeam))
      const team = await administer(services, context, (administration) =>
        createTeam(administration, { ...change, name: change.name ?? '' }),
      )
      return context.json({ team }, 201)
    })
    app.patch('/:id', async (context) => {
      const change = teamIn(await checkedBody(context, changedTeam))
      const team = await administer(services, context, (administration) =>
        updateTeam(administration, context.req.param('id'), change),
      )
      return context.json({ team })
    })
    app.delete('/:id', async (context) => {
      knownOnly(Object.keys(context.req.query()), ['moveTo'])
      const request = { id: context.req.param('id'), moveTo: textParameter(context, 'moveTo') }
      return context.json(await administer(services, context, (administration) => deleteTeam(administration, request)))
    })
  },
})

const teamIn = (body: JsonObject) => ({
  name: stringAt(body, 'name'),
  key: stringAt(body, 'key'),
  parent: body['parent'] === null ? null : stringAt(body, 'parent'),
  members: textsIn(body['members']),
  roles: textsIn(body['roles']),
})
