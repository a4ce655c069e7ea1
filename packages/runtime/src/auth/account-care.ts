import type pg from 'pg'
import type { Doer } from '../audit/append-audit.ts'
import type { Mailer } from '../mail/mailer.ts'
import { createAccessLinks, type AccessLinks } from './access-links.ts'
import { createApiKeys, type ApiKeys } from './api-keys.ts'
import type { AuthLog } from './auth-log.ts'
import { createChangeProfile } from './change-profile.ts'
import type { LazyEngine } from './engine.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { createKnownDevices, type KnownDevices } from './known-device.ts'
import { createLinkPost } from './link-post.ts'
import { createPasswordReset, type PasswordReset } from './password-reset.ts'
import { createSecurityOf, type Security } from './security-of.ts'
import type { Sessions } from './sessions.ts'
import type { SignInAudit } from './sign-in-audit.ts'
import { createSignInGuard, type SignInGuard } from './sign-in-guard.ts'
import { createTries } from './tries.ts'
import { createTwoFactorCare, type TwoFactorCare } from './two-factor-care.ts'

/** How accounts come about and stay safe. */
export interface AccountCare {
  readonly guard: SignInGuard
  readonly devices: KnownDevices
  readonly links: AccessLinks
  readonly invitations: Invitations
  readonly passwordReset: PasswordReset
  readonly twoFactor: TwoFactorCare
  readonly apiKeys: ApiKeys
  readonly changeProfile: ReturnType<typeof createChangeProfile>
  /** What protects the account of a person. */
  readonly securityOf: (userId: string) => Promise<Security>
  /** Ends every session of a person at once; keys live on, see `users.setBlocked`. */
  readonly endSessions: (userId: string, by?: Doer) => Promise<void>
}

interface CareOptions {
  readonly pool: pg.Pool
  readonly engine: LazyEngine
  readonly sessions: Sessions
  readonly audit: SignInAudit
  readonly newId: () => string
  readonly now: () => number
  readonly onChange: (userId: string) => void
  readonly secret: string
  readonly baseUrl: string
  readonly mailer: Mailer | undefined
  readonly log: AuthLog
}

export const createAccountCare = (options: CareOptions): AccountCare => {
  const { pool, secret, now, sessions, audit, baseUrl } = options
  const links = createAccessLinks({ pool, now })
  const post = createLinkPost(options)
  const tries = createTries({ pool, secret, now })
  const devices = createKnownDevices({ secret, isHttps: baseUrl.startsWith('https:') })
  const guard = createSignInGuard(tries, devices)
  const twoFactor = createTwoFactorCare(options)
  return {
    guard,
    devices,
    links,
    twoFactor,
    invitations: createInvitations({ ...options, links, post }),
    passwordReset: createPasswordReset({ ...options, links, post, guard, tries }),
    apiKeys: createApiKeys(options),
    changeProfile: createChangeProfile(options),
    securityOf: createSecurityOf(pool, twoFactor),
    endSessions: async (userId, by = {}) => {
      const ended = await sessions.endAll(userId)
      await audit.add('sessions-ended', by, { which: 'all', user: userId, count: ended })
    },
  }
}
