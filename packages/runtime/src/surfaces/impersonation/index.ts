import { stringAt } from '@telar/metadata'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { endImpersonation, startImpersonation } from '../../access/impersonate.ts'
import { impersonationCookie, longestImpersonation, sealImpersonation } from '../../access/impersonation.ts'
import { TelarError } from '../../errors.ts'
import { bodyParts, bodySchema, checkedBody } from '../../http/checked-body.ts'
import { sessionCookieOf } from '../../http/visitor.ts'
import type { Services } from '../../services.ts'
import { administer } from '../administration.ts'
import { defineSurface } from '../surface.ts'

const wanted = bodySchema({ user: bodyParts.uuid }, ['user'])

/** Looking at the application as somebody else, for at most an hour, without changing anything. */
export const impersonation = defineSurface({
  name: 'impersonation',
  scope: 'workspace',
  path: '/impersonation',
  alsoReads: /^DELETE \/impersonation$/,
  routes: (app, services) => {
    app.post('/', async (context) => {
      const user = stringAt(await checkedBody(context, wanted), 'user') ?? ''
      const session = sessionCookieOf(services, context)
      if (session === undefined) throw new TelarError('SESSION_NEEDED')
      const until = services.now().getTime() + longestImpersonation
      const person = await administer(services, context, (administration) =>
        startImpersonation(administration, { user, until }),
      )
      const workspace = context.var.request.snapshot.workspace.id
      const { secret } = services.config
      const value = sealImpersonation({ workspace, user: person.id, until }, { secret, session })
      setCookie(context, impersonationCookie(services.auth.baseUrl), value, {
        ...cookiePlace(services, context),
        maxAge: longestImpersonation / 1000,
      })
      return context.json({ user: person, until: new Date(until).toISOString() })
    })
    app.delete('/', async (context) => {
      const { impersonator, access } = context.var.request
      if (impersonator !== undefined)
        await administer(services, context, (administration) =>
          endImpersonation({ ...administration, doer: { ...administration.doer, actor: impersonator.id } }, access),
        )
      deleteCookie(context, impersonationCookie(services.auth.baseUrl), cookiePlace(services, context))
      return context.body(null, 204)
    })
  },
})

const cookiePlace = ({ auth }: Services, context: Context) => ({
  path: `/api/w/${encodeURIComponent(context.req.param('ws') ?? '')}`,
  httpOnly: true,
  sameSite: 'Strict' as const,
  secure: auth.baseUrl.startsWith('https:'),
})
