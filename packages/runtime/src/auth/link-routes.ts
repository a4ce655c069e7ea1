import { languageFrom } from '@telar/metadata'
import { Hono, type MiddlewareHandler } from 'hono'
import { TelarError } from '../errors.ts'
import type { Auth } from './auth.ts'
import type { AuthEnv } from './client-address.ts'
import { readBody, textsOf } from './request-body.ts'
import { signInNew } from './sign-in-new.ts'
import { doerOf, throttled } from './visit.ts'

const perMinute = { window: 60, max: 20 }

/** What can be done with a link, and how one is asked for: for people who are not signed in. */
export const linkRoutes = (auth: Auth): Hono<AuthEnv> => {
  const app = new Hono<AuthEnv>()
  const slow: MiddlewareHandler<AuthEnv> = async (context, next) => {
    throttled(auth, context, { name: 'link', ...perMinute })
    await next()
  }
  app.get('/invitation', slow, async (context) => {
    const { email, name, language, expiresAt } = await auth.invitations.find(tokenIn(context.req.query('token')))
    return context.json({ email, name, language, expiresAt })
  })
  app.post('/accept-invitation', slow, async (context) => {
    const given = textsOf(await readBody(context), ['token', 'name', 'password'])
    const user = await auth.invitations.accept(given, doerOf(auth, context))
    await signInNew(auth, context, { ...user, password: given.password })
    return context.json({ user }, 201)
  })
  app.post('/request-password-reset', slow, async (context) => {
    const { email } = textsOf(await readBody(context), ['email'])
    if (!auth.canMail) throw new TelarError('MAIL_UNAVAILABLE')
    const language = languageFrom(context.req.header('accept-language'))
    // Nobody waits for it: how long it takes would tell whether there is such a person.
    auth.inBackground(auth.passwordReset.request(email, { language, by: doerOf(auth, context) }))
    return context.json({ status: true })
  })
  app.get('/reset-password', slow, async (context) =>
    context.json(await auth.passwordReset.find(tokenIn(context.req.query('token')))),
  )
  app.post('/reset-password', slow, async (context) => {
    const { token, password } = textsOf(await readBody(context), ['token', 'password'])
    await auth.passwordReset.complete(token, password, doerOf(auth, context))
    return context.json({ status: true })
  })
  return app
}

const tokenIn = (token: string | undefined): string => {
  if (token === undefined || token.includes('\0')) throw new TelarError('LINK_INVALID')
  return token
}
