import type { Context } from 'hono'
import { isFromLoopback, localSignIn, type SignIn } from '../auth/index.ts'
import type { Services } from '../services.ts'

/** Who sends a request: a person by session or key, or a command on this machine. */
export const signedIn = (services: Services, context: Context): Promise<SignIn | undefined> =>
  isLocal(services, context) ? Promise.resolve(localSignIn) : services.auth.signIns.resolve(context.req.raw.headers)

/** Whether a command on this machine sends the request. */
export const isLocal = (services: Services, context: Context): boolean => services.local.admits(originOf(context))

/** Whether the request comes straight from some program on this machine. */
export const isFromThisMachine = (context: Context): boolean => isFromLoopback(originOf(context))

const originOf = (context: Context) => ({
  headers: context.req.raw.headers,
  url: context.req.url,
  remoteAddress: remoteAddress(context),
})

/** What the Node server hands to Hono beside the request; absent when an app is called directly. */
const remoteAddress = (context: Context): string | undefined => {
  const bindings: LocalBindings | undefined = context.env
  return bindings?.incoming?.socket?.remoteAddress
}

interface LocalBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}
