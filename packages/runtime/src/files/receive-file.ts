import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { TelarError } from '../errors.ts'

export interface ReceivedFile {
  readonly name: string | undefined
  /** As its sender says. */
  readonly type: string | undefined
  readonly content: AsyncIterable<Uint8Array>
}

/** What stands beside the content in a multipart body: delimiters, headers, small fields. */
const overhead = 16 * 1024

/** Hands the one file of a multipart body over as it arrives; nothing of it is gathered here. */
export const receiveFile = async <Result>(
  request: Request,
  limit: number,
  take: (file: ReceivedFile) => Promise<Result>,
): Promise<Result> => {
  const parser = parserFor(request, limit)
  if (request.body === null) throw new TelarError('FILE_MISSING')
  // oxlint-disable-next-line no-unsafe-type-assertion -- the same stream, declared once by the DOM and once by Node
  const source = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>)
  const received: Received<Result> = { taken: undefined, content: undefined, refusal: undefined, isMore: false }
  parser.on('file', (...[, content, name, , type]) => {
    received.content = content
    // Whoever reads it hears of an error too; nobody may have begun yet.
    content.on('error', () => undefined)
    received.taken = take({ name, type, content })
    received.taken.catch((error: unknown) => {
      received.refusal = { error }
      source.destroy(errorFrom(error))
    })
  })
  for (const limited of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
    parser.on(limited, () => {
      received.isMore = true
    })
  }
  await pipeline(source, parser).catch((cause: unknown) => brokenOff(received, cause))
  if (received.taken === undefined) throw new TelarError('FILE_MISSING')
  const result = await received.taken
  // What was taken belongs to nobody and is collected.
  if (received.isMore) throw new TelarError('FILE_MISSING')
  return result
}

/** One upload under way. */
interface Received<Result> {
  taken: Promise<Result> | undefined
  content: Readable | undefined
  /** Why the file was not taken. */
  refusal: { readonly error: unknown } | undefined
  isMore: boolean
}

/** The body came to an end before its time: because the file was refused, or because it is damaged. */
const brokenOff = async <Result>({ content, taken, refusal }: Received<Result>, cause: unknown): Promise<never> => {
  if (refusal !== undefined) throw refusal.error
  content?.destroy(errorFrom(cause))
  await taken?.catch(() => undefined)
  throw new TelarError('BAD_MULTIPART', { cause })
}

const errorFrom = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

const parserFor = (request: Request, limit: number): BusboyInstance => {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) throw new TelarError('MULTIPART_NEEDED')
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > limit + overhead) throw tooLarge(limit)
  try {
    // One byte more than allowed is let through, so that who counts sees that it is too much.
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 10, parts: 12, fieldSize: 1000, headerPairs: 30, fileSize: limit + 1 },
    })
  } catch (cause) {
    throw new TelarError('BAD_MULTIPART', { cause })
  }
}

export const tooLarge = (limit: number): TelarError =>
  new TelarError('TOO_LARGE', { params: { limit: `${Math.floor(limit / 1024 / 1024)} MB` } })
