import { connect, type Socket } from 'node:net'

/** One kept-alive connection that sends one request after the other. */
export interface Connection {
  readonly send: (request: string) => Promise<Answer>
  readonly close: () => void
}

export interface Answer {
  readonly status: number
  readonly body: Buffer
}

/**
 * Speaks HTTP/1.1 on a bare socket: a client that costs as little as possible, so that on a small machine it is the
 * servers that are measured. Understands what our servers send: a length, or chunks.
 */
export const openConnection = async (port: number): Promise<Connection> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  const waiting = answersOf(socket)
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting.resolve = resolve
        waiting.reject = reject
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

interface Waiting {
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}

const answersOf = (socket: Socket): Waiting => {
  const waiting: Waiting = { resolve: () => undefined, reject: () => undefined }
  let received: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = answerIn(received)
    if (answer === undefined) return
    received = Buffer.alloc(0)
    waiting.resolve(answer)
  })
  socket.on('error', (error) => waiting.reject(error))
  socket.on('close', () => waiting.reject(new Error('the connection was closed')))
  return waiting
}

/** The whole answer, once it is whole. */
const answerIn = (received: Buffer): Answer | undefined => {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const body = received.subarray(end + 4)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return body.length < Number(length) ? undefined : { status, body }
  if (status === 204) return { status, body }
  return body.includes('0\r\n\r\n', Math.max(0, body.length - 5)) ? { status, body: unchunked(body) } : undefined
}

const unchunked = (body: Buffer): Buffer => {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const line = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, line), 16)
    if (!(size > 0)) break
    parts.push(body.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
  return Buffer.concat(parts)
}
