import type { MiddlewareHandler } from 'hono'
import { TelarError } from '../errors.ts'
import { bearerOf, cookieOf } from './credentials.ts'

interface CsrfOptions {
  readonly trustedOrigins: readonly string[]
  readonly cookieName: string
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that another site makes a browser send with its session cookie. A caller without a browser's
 * headers says `x-telar: 1`, which no other site can add; a key in `Authorization` needs nothing.
 */
export const csrf = ({ trustedOrigins, cookieName }: CsrfOptions): MiddlewareHandler => {
  const trusted = new Set(trustedOrigins)
  return async (context, next) => {
    const { headers, method } = context.req.raw
    const isExposed =
      !safeMethods.has(method) && bearerOf(headers) === undefined && cookieOf(headers, cookieName) !== undefined
    if (isExposed && !isOurs(headers, trusted)) throw new TelarError('CSRF')
    await next()
  }
}

const isOurs = (headers: Headers, trusted: ReadonlySet<string>): boolean => {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin === null && site === null) return headers.get('x-telar') === '1'
  return site === 'same-origin' || (origin !== null && trusted.has(origin))
}
