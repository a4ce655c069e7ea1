import { openApi } from '@telar/metadata'
import { defineSurface } from '../surface.ts'

/** The interface itself, as OpenAPI 3.1 of the caller's rights. */
export const openapi = defineSurface({
  name: 'openapi',
  scope: 'workspace',
  path: '/openapi.json',
  routes: (app, services) => {
    app.get('/', (context) => {
      const { snapshot, access, language } = context.var.request
      const root = `/api/w/${snapshot.workspace.slug}`
      return context.json(
        openApi({
          access,
          language,
          version: snapshot.version,
          root,
          sessionCookie: services.auth.cookieName,
        }),
      )
    })
  },
})
