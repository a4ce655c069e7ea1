import { stringAt } from '@telar/metadata'
import { endUserSessions, resetLinkOf } from '../../access/care-for-user.ts'
import { getUser, listUsers } from '../../access/list-users.ts'
import { reassignRecords } from '../../access/reassign-records.ts'
import { updateUser } from '../../access/update-user.ts'
import { attributesIn, bodyParts, bodySchema, checkedBody, textsIn } from '../../http/checked-body.ts'
import { administer } from '../administration.ts'
import { defineSurface } from '../surface.ts'

const change = bodySchema({
  active: { type: 'boolean' },
  roles: bodyParts.names,
  teams: bodyParts.uuids,
  attributes: bodyParts.attributes,
})

const reassignment = bodySchema({ to: bodyParts.uuid, modules: bodyParts.names }, ['to'])

/** People of the workspace: who they are, their roles and teams, and what becomes of their records. */
export const users = defineSurface({
  name: 'users',
  scope: 'workspace',
  path: '/users',
  routes: (app, services) => {
    app.get('/', async (context) => {
      const { perform, snapshot } = context.var.request
      const attributes = [...snapshot.model.app.userAttributes].map(([name, title]) => ({ name, title }))
      return context.json({ users: await perform(listUsers), attributes })
    })
    app.get('/:id', async (context) =>
      context.json(await context.var.request.perform((caller) => getUser(caller, context.req.param('id')))),
    )
    app.patch('/:id', async (context) => {
      const { active, roles, teams, attributes } = await checkedBody(context, change)
      const user = await administer(services, context, (administration) =>
        updateUser(administration, context.req.param('id'), {
          active: active === undefined ? undefined : active === true,
          roles: textsIn(roles),
          teams: textsIn(teams),
          attributes: attributesIn(attributes),
        }),
      )
      return context.json({ user })
    })
    app.post('/:id/reassign', async (context) => {
      const body = await checkedBody(context, reassignment)
      const request = {
        from: context.req.param('id'),
        to: stringAt(body, 'to') ?? '',
        modules: textsIn(body['modules']),
      }
      return context.json(
        await administer(services, context, (administration) => reassignRecords(administration, request)),
      )
    })
    app.post('/:id/end-sessions', async (context) => {
      await administer(services, context, (administration) => endUserSessions(administration, context.req.param('id')))
      return context.body(null, 204)
    })
    app.post('/:id/reset-link', async (context) =>
      context.json(
        await administer(services, context, (administration) => resetLinkOf(administration, context.req.param('id'))),
      ),
    )
  },
})
