import { Hono } from 'hono'
import { TelarError } from '../errors.ts'
import type { Auth } from './auth.ts'
import type { AuthEnv } from './client-address.ts'
import { readBody, textsOf } from './request-body.ts'
import { doerOf, neededSession } from './visit.ts'

/** A person's own security: devices, keys, what protects the account. */
export const accountRoutes = (auth: Auth): Hono<AuthEnv> => {
  const app = new Hono<AuthEnv>()
  app.get('/security', async (context) => {
    const { user } = await neededSession(auth, context)
    return context.json(await auth.securityOf(user.id))
  })
  app.post('/profile', async (context) => {
    const { user } = await neededSession(auth, context)
    return context.json({ user: await auth.changeProfile(user.id, await readBody(context), doerOf(auth, context)) })
  })
  app.get('/sessions', async (context) => {
    const { user, session } = await neededSession(auth, context)
    return context.json({ sessions: await auth.sessions.list(user.id, session.id) })
  })
  app.delete('/sessions/:id', async (context) => {
    const { user } = await neededSession(auth, context)
    const id = context.req.param('id')
    const isEnded = !id.includes('\0') && (await auth.sessions.end(user.id, id))
    if (!isEnded) throw new TelarError('NOT_FOUND')
    await auth.audit.add('sessions-ended', doerOf(auth, context, user.id), { which: 'one' })
    return context.body(null, 204)
  })
  app.get('/api-key/list', async (context) => {
    const { user } = await neededSession(auth, context)
    return context.json({ keys: await auth.apiKeys.list(user.id) })
  })
  app.post('/api-key/create', async (context) => {
    const { user } = await neededSession(auth, context)
    return context.json(await auth.apiKeys.make(user.id, await readBody(context), doerOf(auth, context)), 201)
  })
  app.post('/api-key/delete', async (context) => {
    const { user } = await neededSession(auth, context)
    const { keyId } = textsOf(await readBody(context), ['keyId'])
    await auth.apiKeys.remove(user.id, keyId, doerOf(auth, context))
    return context.json({ success: true })
  })
  return app
}
