import { TelarError } from '../../errors.ts'
import { isFromThisMachine, signedIn } from '../../http/signed-in.ts'
import { defineSurface } from '../surface.ts'

/**
 * Prometheus text, for administrators (a session or a key), and for programs on this machine as long as no public
 * address is configured: behind a proxy everybody comes from this machine.
 */
export const metrics = defineSurface({
  name: 'metrics',
  scope: 'public',
  path: '/',
  routes: (app, services) => {
    app.get('/metrics', async (context) => {
      if (services.config.baseUrl !== undefined || !isFromThisMachine(context)) {
        const who = await signedIn(services, context)
        if (who === undefined) throw new TelarError('SIGN_IN_NEEDED')
        // A key that was given roles is no administrator, whoever made it.
        if (!who.isAdministrator || who.keyRoles !== undefined)
          throw new TelarError('FORBIDDEN', { params: { action: 'read', module: 'metrics' } })
      }
      return context.body(await services.metrics.text(), 200, {
        'content-type': services.metrics.contentType,
        'cache-control': 'no-store',
      })
    })
  },
})
