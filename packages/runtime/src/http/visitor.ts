import type { Access } from '@telar/metadata'
import type { Context } from 'hono'
import { hasMore } from '../access/capabilities-of.ts'
import { impersonationCookie, openImpersonation } from '../access/impersonation.ts'
import { cookieOf, type SignIn } from '../auth/index.ts'
import type { Services } from '../services.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { signedIn } from './signed-in.ts'

/** Who sends a request, and with whose eyes. */
export interface Visitor {
  readonly who: SignIn
  /** Undefined for somebody who was made inactive. */
  readonly access: Access | undefined
  /** Who is really there, if he looks at the application as somebody else. */
  readonly impersonator: Impersonator | undefined
}

export interface Impersonator {
  readonly id: string
  readonly name: string
  /** ISO 8601. */
  readonly until: string
}

/** Undefined for nobody. */
export const visitorOf = async (
  services: Services,
  context: Context,
  snapshot: Snapshot,
): Promise<Visitor | undefined> => {
  const who = await signedIn(services, context)
  if (who === undefined) return undefined
  const own = await services.access.of(snapshot, who)
  const borrowed = own === undefined ? undefined : await impersonated(services, context, { snapshot, own })
  return borrowed === undefined ? { who, access: own, impersonator: undefined } : { who, ...borrowed }
}

/** The cookie of the session that a request carries; a key beside it counts alone. */
export const sessionCookieOf = ({ auth }: Services, context: Context): string | undefined =>
  context.req.header('authorization') === undefined ? cookieOf(context.req.raw.headers, auth.cookieName) : undefined

/** Asked again at every request: a right that went meanwhile ends it. */
const impersonated = async (
  services: Services,
  context: Context,
  { snapshot, own }: { readonly snapshot: Snapshot; readonly own: Access },
): Promise<Omit<Visitor, 'who'> | undefined> => {
  const { auth, config, now } = services
  const cookie = cookieOf(context.req.raw.headers, impersonationCookie(auth.baseUrl))
  const session = sessionCookieOf(services, context)
  if (cookie === undefined || session === undefined || !own.can('impersonate')) return undefined
  const said = openImpersonation(cookie, now().getTime(), { secret: config.secret, session })
  if (said?.workspace !== snapshot.workspace.id) return undefined
  const access = await services.access.ofMember(snapshot, said.user)
  if (access === undefined || hasMore({ administrator: access.principal.administrator, can: access.can }, own))
    return undefined
  const { id, name } = own.principal
  return { access, impersonator: { id, name, until: new Date(said.until).toISOString() } }
}
