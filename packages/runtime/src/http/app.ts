import { languageFrom } from '@telar/metadata'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { authRoutes, csrf, securityHeaders } from '../auth/index.ts'
import { TelarError } from '../errors.ts'
import type { Services } from '../services.ts'
import { surfaces } from '../surfaces/index.ts'
import type { Surface, WorkspaceEnv } from '../surfaces/surface.ts'
import { problemDocument } from './problem.ts'
import { bodyLimit as maxBody } from './read-body.ts'
import { refusalOf } from './refusal.ts'
import { webApplication } from './web-application.ts'
import { workspaceRequest } from './workspace-request.ts'

/** The HTTP interface: every surface mounted with the sign-in, limits and errors that its scope asks for. */
export const createApp = (services: Services): Hono => {
  const app = new Hono()
  const { auth } = services
  app.use(securityHeaders({ isHttps: auth.baseUrl.startsWith('https:') }))
  app.onError((error, context) => {
    const refusal = refusalOf(error, services.log)
    const language = languageFrom(context.req.header('accept-language'))
    context.header('content-type', 'application/problem+json')
    if (refusal.status === 503) context.header('retry-after', '2')
    return context.body(JSON.stringify(problemDocument(refusal, language)), refusal.status)
  })
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: maxBody,
      onError: () => {
        throw new TelarError('TOO_LARGE', { params: { limit: '10 MB' } })
      },
    }),
  )
  app.route('/', authRoutes(auth))
  app.use('/api/w/*', csrf({ trustedOrigins: auth.origins, cookieName: auth.cookieName }))
  for (const surface of surfaces) mount(app, surface, services)
  app.all('/api/*', () => {
    throw new TelarError('NOT_FOUND')
  })
  app.route('/', webApplication())
  return app
}

const mount = (app: Hono, surface: Surface, services: Services): void => {
  if (surface.scope === 'public') {
    const routes = new Hono()
    surface.routes(routes, services)
    app.route(surface.path, routes)
    return
  }
  const routes = new Hono<WorkspaceEnv>()
  routes.use(async (context, next) => {
    context.set('request', await workspaceRequest(services, context, context.req.param('ws') ?? ''))
    await next()
  })
  surface.routes(routes, services)
  app.route(`/api/w/:ws${surface.path}`, routes)
}
