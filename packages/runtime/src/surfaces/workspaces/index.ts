import { TelarError } from '../../errors.ts'
import { signedIn } from '../../http/signed-in.ts'
import { defineSurface } from '../surface.ts'

/** The workspaces that the signed-in person can enter. */
export const workspaces = defineSurface({
  name: 'workspaces',
  scope: 'public',
  path: '/api/workspaces',
  routes: (app, services) => {
    app.get('/', async (context) => {
      if ((await signedIn(services, context)) === undefined) throw new TelarError('SIGN_IN_NEEDED')
      return context.json(
        services.snapshots
          .workspaces()
          .map(({ slug }) => ({ slug, title: services.snapshots.current(slug)?.model.app.title ?? slug })),
      )
    })
  },
})
