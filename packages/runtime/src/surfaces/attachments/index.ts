import { stringAt } from '@telar/metadata'
import { readObject } from '../../http/read-body.ts'
import { attachFile, detachFile, listAttachments } from '../../operations/attachments.ts'
import { defineSurface } from '../surface.ts'

/** Files of a record. */
export const attachments = defineSurface({
  name: 'attachments',
  scope: 'workspace',
  path: '/records/:module/:id/files',
  routes: (app) => {
    app.get('/', async (context) => {
      const request = { module: context.req.param('module') ?? '', id: context.req.param('id') ?? '' }
      return context.json({ files: await context.var.request.perform((caller) => listAttachments(caller, request)) })
    })
    app.post('/', async (context) => {
      const file = stringAt(await readObject(context), 'file') ?? ''
      const request = { module: context.req.param('module') ?? '', id: context.req.param('id') ?? '', file }
      return context.json(await context.var.request.perform((caller) => attachFile(caller, request)), 201)
    })
    app.delete('/:file', async (context) => {
      const request = {
        module: context.req.param('module') ?? '',
        id: context.req.param('id') ?? '',
        file: context.req.param('file'),
      }
      await context.var.request.perform((caller) => detachFile(caller, request))
      return context.body(null, 204)
    })
  },
})
