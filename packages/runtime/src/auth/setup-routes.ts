import { Hono } from 'hono'
import type { Auth } from './auth.ts'
import type { AuthEnv } from './client-address.ts'
import { readBody, textsOf } from './request-body.ts'
import { signInNew } from './sign-in-new.ts'
import { doerOf, throttled } from './visit.ts'

/** The first visit of a new server. */
export const setupRoutes = (auth: Auth): Hono<AuthEnv> => {
  const app = new Hono<AuthEnv>()
  app.get('/', async (context) => context.json({ needed: await auth.setup.isNeeded() }))
  app.post('/', async (context) => {
    throttled(auth, context, { name: 'setup', window: 60, max: 10 })
    const body = textsOf(await readBody(context), ['token', 'name', 'email', 'password'])
    const id = await auth.setup.complete(body.token, body, doerOf(auth, context))
    await signInNew(auth, context, { ...body, id })
    return context.json({ user: { id, name: body.name.trim(), email: body.email.toLowerCase() } }, 201)
  })
  return app
}
