import type { Context } from 'hono'
import { TelarError } from '../../errors.ts'
import { byteRange } from '../../files/byte-range.ts'
import { isShown } from '../../files/content-type.ts'
import { contentDisposition } from '../../files/file-name.ts'
import type { ByteRange } from '../../files/file-store.ts'
import { receiveFile } from '../../files/receive-file.ts'
import { readFile } from '../../operations/read-file.ts'
import { fileLimit, requireAttaching, uploadFile } from '../../operations/upload-file.ts'
import type { StoredFile } from '../../storage/file-rows.ts'
import { defineSurface } from '../surface.ts'

/** Files: sent as multipart, given back whole or in parts. */
export const files = defineSurface({
  name: 'files',
  scope: 'workspace',
  path: '/files',
  body: 'streamed',
  routes: (app, services) => {
    app.post('/', async (context) => {
      const { access, perform } = context.var.request
      requireAttaching(access)
      const file = await receiveFile(context.req.raw, fileLimit, (received) =>
        perform((caller) => uploadFile(caller, services.files, received)),
      )
      return context.json(file, 201)
    })
    app.get('/:id', async (context) => {
      const { perform, snapshot } = context.var.request
      const file = await perform((caller) => readFile(caller, context.req.param('id')))
      const etag = `"${file.sha256}"`
      const headers = {
        ...safetyHeaders(file, context.req.query('download') !== undefined),
        etag,
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-cache',
      }
      if (context.req.header('if-none-match')?.includes(etag) === true) return context.body(null, 304, headers)
      const range = rangeOf(context, file, etag)
      const status = range === 'whole' ? 200 : 206
      const { from, to } = range === 'whole' ? { from: 0, to: file.size } : range
      const answer = {
        ...headers,
        'content-length': String(to - from),
        ...(range === 'whole' ? {} : { 'content-range': `bytes ${from}-${to - 1}/${file.size}` }),
      }
      if (context.req.method === 'HEAD') return context.body(null, status, answer)
      return context.body(
        streamOf(services.files.read({ schema: snapshot.workspace.schema, id: file.id }, { from, to })),
        status,
        answer,
      )
    })
  },
})

/** What part is asked for; a part of a file that has changed meanwhile is asked for in vain. */
const rangeOf = (context: Context, { size }: StoredFile, etag: string): ByteRange | 'whole' => {
  const ifRange = context.req.header('if-range')
  const range = ifRange === undefined || ifRange === etag ? byteRange(context.req.header('range'), size) : 'whole'
  if (range !== 'unsatisfiable') return range
  context.header('content-range', `bytes */${size}`)
  throw new TelarError('RANGE_NOT_SATISFIABLE', { params: { size } })
}

/** Whatever a stranger put into a file, it runs nothing here: shown are harmless types only, and those without scripts. */
const safetyHeaders = ({ type, name }: StoredFile, isDownload: boolean): Record<string, string> => {
  const isInline = isShown(type) && !isDownload
  return {
    'content-type': type,
    'content-disposition': contentDisposition(isInline ? 'inline' : 'attachment', name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': isInline
      ? "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
      : "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** Asks for the next chunk only when the reader wants it. */
const streamOf = (content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = content[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await iterator.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: async () => {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
