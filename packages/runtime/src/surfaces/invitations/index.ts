import { type JsonObject, languageFrom, stringAt } from '@telar/metadata'
import { inviteUser, listInvitations, renewInvitation, revokeInvitation } from '../../access/invite-user.ts'
import { attributesIn, bodyParts, bodySchema, checkedBody, textsIn } from '../../http/checked-body.ts'
import { administer } from '../administration.ts'
import { defineSurface } from '../surface.ts'

const invitation = bodySchema(
  {
    email: { type: 'string', maxLength: 1000 },
    name: { type: 'string', maxLength: 1000 },
    language: { enum: ['en', 'es'] },
    roles: bodyParts.names,
    teams: bodyParts.uuids,
    attributes: bodyParts.attributes,
  },
  ['email', 'name'],
)

/** People who were asked to come in. */
export const invitations = defineSurface({
  name: 'invitations',
  scope: 'workspace',
  path: '/invitations',
  routes: (app, services) => {
    app.get('/', async (context) => context.json({ invitations: await administer(services, context, listInvitations) }))
    app.post('/', async (context) => {
      const request = invitationIn(await checkedBody(context, invitation), context.var.request.language)
      return context.json(
        await administer(services, context, (administration) => inviteUser(administration, request)),
        201,
      )
    })
    app.post('/:id/renew', async (context) =>
      context.json(
        await administer(services, context, (administration) =>
          renewInvitation(administration, context.req.param('id')),
        ),
      ),
    )
    app.delete('/:id', async (context) => {
      await administer(services, context, (administration) => revokeInvitation(administration, context.req.param('id')))
      return context.body(null, 204)
    })
  },
})

/** The mail speaks the language of whoever invites, unless it is said. */
const invitationIn = (body: JsonObject, language: string) => ({
  email: (stringAt(body, 'email') ?? '').trim(),
  name: stringAt(body, 'name') ?? '',
  language: languageFrom(stringAt(body, 'language') ?? language),
  roles: textsIn(body['roles']),
  teams: textsIn(body['teams']),
  attributes: attributesIn(body['attributes']),
})
