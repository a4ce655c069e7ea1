import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { TelarError } from '../errors.ts'
import { clientHeader } from './auth-constants.ts'
import { refusalOf } from './auth-refusals.ts'
import type { Auth } from './auth.ts'
import { clientAddress, type AuthEnv } from './client-address.ts'
import { csrf } from './csrf.ts'
import { readBody, textsOf } from './request-body.ts'

/** What of better-auth is reachable from outside; whatever it brings beside is not, until somebody needs it. */
const openPaths = [
  'GET /get-session',
  'POST /sign-in/email',
  'POST /sign-out',
  'POST /change-password',
  'POST /revoke-sessions',
  'POST /revoke-other-sessions',
  'GET /api-key/list',
  'POST /api-key/create',
  'POST /api-key/update',
  'POST /api-key/delete',
]

const basePath = '/api/auth'
const maxBody = 64 * 1024

/** The routes of sign-in and of the first visit; refusals are thrown as `TelarError`. */
export const authRoutes = (auth: Auth): Hono<AuthEnv> => {
  const app = new Hono<AuthEnv>()
  const limit = bodyLimit({
    maxSize: maxBody,
    onError: () => {
      throw new TelarError('TOO_LARGE', { params: { limit: '64 KB' } })
    },
  })
  app.all(`${basePath}/*`, limit, async (context) => {
    const path = context.req.path.slice(basePath.length)
    if (!openPaths.includes(`${context.req.method} ${path}`)) throw new TelarError('NOT_FOUND')
    return handOn(auth, context, path)
  })
  app.get('/api/setup', async (context) => {
    context.header('cache-control', 'no-store')
    return context.json({ needed: await auth.setup.isNeeded() })
  })
  app.post(
    '/api/setup',
    limit,
    csrf({ trustedOrigins: auth.origins, cookieName: auth.cookieName }),
    async (context) => {
      const address = addressOf(auth, context)
      const { allowed, retryAfter } = auth.throttle.take(`${address}|setup`, { window: 60, max: 10 })
      if (!allowed) throw tooMany(context, retryAfter)
      const body = textsOf(await readBody(context), ['token', 'name', 'email', 'password'])
      const id = await auth.setup.complete(body.token, body)
      const { api } = await auth.engine()
      const signedIn = await api.signInEmail({
        body: { email: body.email, password: body.password },
        headers: new Headers({ [clientHeader]: address, 'user-agent': context.req.header('user-agent') ?? '' }),
        asResponse: true,
      })
      for (const cookie of signedIn.headers.getSetCookie()) context.header('set-cookie', cookie, { append: true })
      return context.json({ user: { id, name: body.name.trim(), email: body.email.toLowerCase() } }, 201)
    },
  )
  return app
}

const addressOf = (auth: Auth, context: Context<AuthEnv>): string =>
  clientAddress(context, auth.baseUrl.startsWith('https:'))

const handOn = async (auth: Auth, context: Context<AuthEnv>, path: string): Promise<Response> => {
  const headers = new Headers(context.req.raw.headers)
  headers.set(clientHeader, addressOf(auth, context))
  headers.delete('content-length')
  const init: RequestInit = { method: context.req.method, headers }
  if (context.req.method === 'POST') {
    headers.set('content-type', 'application/json')
    init.body = JSON.stringify(await readBody(context))
  }
  // Built on our own address and without a query: what the caller calls us in `Host` counts for nothing,
  // and no path that is open needs a parameter there.
  const { handler } = await auth.engine()
  const response = await handler(new Request(`${new URL(auth.baseUrl).origin}${basePath}${path}`, init))
  if (response.ok) {
    response.headers.set('cache-control', 'no-store')
    return response
  }
  if (response.status === 429) throw tooMany(context, Number(response.headers.get('x-retry-after')))
  const refusal = await refusalOf(response)
  if (refusal !== undefined) throw refusal
  await auth.ping()
  throw new Error(`better-auth answered ${response.status} to ${path}`)
}

const tooMany = (context: Context<AuthEnv>, retryAfter: number | null): TelarError => {
  const seconds = retryAfter ?? 60
  context.header('retry-after', String(seconds))
  return new TelarError('TOO_MANY_REQUESTS', { params: { seconds } })
}
