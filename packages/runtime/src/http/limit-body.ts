import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

interface LimitOptions {
  readonly maxSize: number
  readonly onError: () => never
}

/**
 * Refuses bodies beyond a size. What says its length is judged by that, since the server reads no more than was said;
 * only a body of unknown length is counted while it comes, which takes the slow way of web streams.
 */
export const limitBody = ({ maxSize, onError }: LimitOptions): MiddlewareHandler => {
  const counted = bodyLimit({ maxSize, onError })
  return (context, next) => {
    const { headers, method } = context.req.raw
    if (headers.has('transfer-encoding')) return counted(context, next)
    const length = headers.get('content-length')
    if (length === null) return method === 'GET' || method === 'HEAD' ? next() : counted(context, next)
    if (/^\d+$/.test(length) && Number(length) <= maxSize) return next()
    return onError()
  }
}
