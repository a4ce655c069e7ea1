import { serveEvents } from '../../events/serve-events.ts'
import { defineSurface } from '../surface.ts'

/** Changes as they happen, as server-sent events: `ready`, `change`, `version`, and `reset` when too much was missed. */
export const events = defineSurface({
  name: 'events',
  scope: 'workspace',
  path: '/events',
  routes: (app, services) => {
    app.get('/', async (context) => {
      const { snapshot, accessOn } = context.var.request
      const body = await serveEvents(services, {
        snapshot,
        lastEventId: context.req.header('last-event-id') || undefined,
        accessOn,
      })
      return context.body(body, 200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies that gather an answer before passing it on would hold every event back.
        'x-accel-buffering': 'no',
      })
    })
  },
})
