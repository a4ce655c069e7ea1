import { existsSync, readFileSync, statSync } from 'node:fs'
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
  const readPage = newestText(page)
  app.use('/assets/*', async (context, next) => {
    await next()
    if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root }))
  // A page in the place of a script would be a riddle for a browser that still knows an older build.
  app.get('/assets/*', (context) => context.text('There is no such file in this build.', 404))
  // Not `/`: the page itself must not be kept, or a new build would not be seen.
  app.use('/:file{.+\\.[a-z0-9]+}', serveStatic({ root }))
  app.get('*', (context) => {
    context.header('cache-control', 'no-cache')
    return context.html(readPage())
  })
  return app
}

/** The text of a file, read again when it was written anew; while it is being replaced, the text from before. */
const newestText = (file: string): (() => string) => {
  let text = readFileSync(file, 'utf8')
  let writtenAt = statSync(file).mtimeMs
  return () => {
    const mtime = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (mtime === undefined || mtime === writtenAt) return text
    text = readFileSync(file, 'utf8')
    writtenAt = mtime
    return text
  }
}
