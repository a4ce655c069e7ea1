import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const built = path.resolve(import.meta.dirname, '../../../web/dist')

/** The built browser application: hashed files for ever, its page for every address that is no file. */
export const webApplication = (folder: string = built): Hono => {
  const app = new Hono()
  const page = path.join(folder, 'index.html')
  if (!existsSync(page)) {
    app.get('*', (context) => context.text('The browser application is not built yet: run npm start.', 503))
    return app
  }
  const root = path.relative(process.cwd(), folder)
  const html = readFileSync(page, 'utf8')
  app.use(
    '/assets/*',
    serveStatic({
      root,
      onFound: (_path, context) => context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  // Not `/`: the page itself must not be kept, or a new build would not be seen.
  app.use('/:file{.+\\.[a-z0-9]+}', serveStatic({ root }))
  app.get('*', (context) => {
    context.header('cache-control', 'no-cache')
    return context.html(html)
  })
  return app
}
