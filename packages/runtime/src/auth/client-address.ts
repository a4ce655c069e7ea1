import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** What the Node server hands to Hono beside the request; absent when an app is called directly. */
export interface AuthEnv {
  readonly Bindings: Partial<Pick<HttpBindings, 'incoming'>>
}

/**
 * The address a request comes from. We speak no TLS, so an https address means that a proxy stands before us;
 * the last entry of `X-Forwarded-For` is the one that it wrote itself, the ones before may be invented.
 */
export const clientAddress = (context: Context<AuthEnv>, isBehindProxy: boolean): string => {
  const forwarded = isBehindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  // Hono's environment is missing altogether when nothing was passed.
  const bindings: AuthEnv['Bindings'] | undefined = context.env
  return forwarded || bindings?.incoming?.socket.remoteAddress || 'unknown'
}
