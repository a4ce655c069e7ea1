import type { Context } from 'hono'
import type { Doer } from '../audit/append-audit.ts'
import { TelarError } from '../errors.ts'
import type { Auth } from './auth.ts'
import { clientAddress, type AuthEnv } from './client-address.ts'
import { currentSession, type CurrentSession } from './current-session.ts'
import type { ThrottleRule } from './throttle.ts'

export const addressOf = (auth: Auth, context: Context<AuthEnv>): string =>
  clientAddress(context, auth.baseUrl.startsWith('https:'))

/** Who sends a request and from where, for the audit. */
export const doerOf = (auth: Auth, context: Context<AuthEnv>, actor?: string): Doer => ({
  actor,
  address: addressOf(auth, context),
  userAgent: context.req.header('user-agent'),
})

/** The session of whoever asks, or a refusal. */
export const neededSession = async (auth: Auth, context: Context<AuthEnv>): Promise<CurrentSession> => {
  const session = await currentSession(auth, context.req.raw.headers)
  if (session === undefined) throw new TelarError('SIGN_IN_NEEDED')
  return session
}

/** Refuses who calls a public route too often from one address. */
export const throttled = (
  auth: Auth,
  context: Context<AuthEnv>,
  { name, ...rule }: ThrottleRule & { readonly name: string },
): void => {
  const { allowed, retryAfter } = auth.throttle.take(`${addressOf(auth, context)}|${name}`, rule)
  if (!allowed) throw tooMany(context, retryAfter ?? 60)
}

export const tooMany = (context: Context<AuthEnv>, seconds: number): TelarError => {
  context.header('retry-after', String(seconds))
  return new TelarError('TOO_MANY_REQUESTS', { params: { seconds } })
}
