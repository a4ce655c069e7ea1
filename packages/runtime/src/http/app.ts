import { languageFrom } from '@telar/metadata'
import { type Context, Hono } from 'hono'
import { authRoutes, csrf, securityHeaders } from '../auth/index.ts'
import { TelarError } from '../errors.ts'
import type { Services } from '../services.ts'
import { surfaces } from '../surfaces/index.ts'
import type { Surface, WorkspaceEnv } from '../surfaces/surface.ts'
import { limitBody } from './limit-body.ts'
import { problemDocument } from './problem.ts'
import { bodyLimit as maxBody } from './read-body.ts'
import { refusalOf } from './refusal.ts'
import { webApplication } from './web-application.ts'
import { type WorkspaceRequest, workspaceRequest } from './workspace-request.ts'

/** The HTTP interface: every surface mounted with the sign-in, limits and errors that its scope asks for. */
export const createApp = (services: Services): Hono => {
  const app = new Hono()
  const { auth } = services
  app.use(services.metrics.observe)
  app.use(securityHeaders({ isHttps: auth.baseUrl.startsWith('https:') }))
  app.onError((error, context) => {
    const refusal = refusalOf(error, services.log)
    const language = languageFrom(context.req.header('accept-language'))
    context.header('content-type', 'application/problem+json')
    if (refusal.status === 503) context.header('retry-after', '2')
    return context.body(JSON.stringify(problemDocument(refusal, language)), refusal.status)
  })
  app.route('/', authRoutes(auth))
  app.use('/api/w/*', csrf({ trustedOrigins: auth.origins, cookieName: auth.cookieName }))
  for (const surface of surfaces) mount(app, surface, services)
  app.all('/api/*', () => {
    throw new TelarError('NOT_FOUND')
  })
  app.route('/', webApplication())
  return app
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

const reading = surfaces.flatMap((surface) =>
  surface.scope === 'workspace' && surface.alsoReads !== undefined ? [surface.alsoReads] : [],
)

/** Whoever looks at the application as somebody else changes nothing. */
const requireReading = ({ req }: Context, { impersonator, principal }: WorkspaceRequest, slug: string): void => {
  if (impersonator === undefined || readingMethods.has(req.method)) return
  const call = `${req.method} ${req.path.slice(`/api/w/${slug}`.length)}`
  if (!reading.some((pattern) => pattern.test(call)))
    throw new TelarError('IMPERSONATING', { params: { name: principal.name } })
}

const smallBody = limitBody({
  maxSize: maxBody,
  onError: () => {
    throw new TelarError('TOO_LARGE', { params: { limit: '10 MB' } })
  },
})

const mount = (app: Hono, surface: Surface, services: Services): void => {
  if (surface.scope === 'public') {
    const routes = new Hono()
    routes.use(smallBody)
    surface.routes(routes, services)
    app.route(surface.path, routes)
    return
  }
  const routes = new Hono<WorkspaceEnv>()
  routes.use(async (context, next) => {
    const slug = context.req.param('ws') ?? ''
    // Paths of surfaces may lie inside each other.
    const known: WorkspaceRequest | undefined = context.get('request')
    if (known === undefined) {
      const request = await workspaceRequest(services, context, slug)
      requireReading(context, request, slug)
      context.set('request', request)
    }
    await next()
    if (known === undefined && !readingMethods.has(context.req.method) && context.res.status < 400)
      services.events.wake(slug)
  })
  if (surface.body !== 'streamed') routes.use(smallBody)
  surface.routes(routes, services)
  app.route(`/api/w/:ws${surface.path}`, routes)
}
