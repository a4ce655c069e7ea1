import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { TelarError } from '../errors.ts'
import { accountRoutes } from './account-routes.ts'
import type { Auth } from './auth.ts'
import type { AuthEnv } from './client-address.ts'
import { csrf } from './csrf.ts'
import { engineRoutes } from './engine-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { oidcRoutes } from './oidc-routes.ts'
import { setupRoutes } from './setup-routes.ts'

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
  for (const path of [`${basePath}/*`, '/api/setup']) {
    app.use(path, limit, csrf({ trustedOrigins: auth.origins, cookieName: auth.cookieName }), async (context, next) => {
      context.header('cache-control', 'no-store')
      await next()
    })
  }
  app.route('/api/setup', setupRoutes(auth))
  app.get(`${basePath}/methods`, (context) =>
    context.json({
      password: true,
      oidc: auth.oidc === undefined ? null : { name: auth.oidc.name },
      mail: auth.canMail,
    }),
  )
  // The last one refuses whatever the others do not know.
  for (const routes of [linkRoutes(auth), oidcRoutes(auth), accountRoutes(auth), engineRoutes(auth, basePath)]) {
    app.route(basePath, routes)
  }
  return app
}
