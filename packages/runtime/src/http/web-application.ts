import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../../web/dist')

/** The built browser application: hashed files for ever, its page for every address that is no file. */
export const webApplication = (): Hono => {
  const app = new Hono()
  app.use(
    '/assets/*',
    serveStatic({ root: path.relative(process.cwd(), folder), onFound: (_path, context) => context.header('cache-control', 'public, max-age=31536000, immutable') }),
  )
  app.use('/*', serveStatic({ root: path.relative(process.cwd(), folder) }))
  app.get('*', (context) => {
    const page = path.join(folder, 'index.html')
    if (!existsSync(page)) return context.text('The browser application is not built yet: run npm start.', 503)
    context.header('cache-control', 'no-cache')
    return context.html(readFileSync(page, 'utf8'))
  })
  return app
}
