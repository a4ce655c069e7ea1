import { createApiKeys, type ApiKeys } from './api-keys.ts'
import { createInvitationLinks, type InvitationLinks } from './invitation-link.ts'
import { listOf, objectOf, textOf } from './parse.ts'
import { createPasswords, type Passwords } from './passwords.ts'
import { createProfile, type Profile } from './profile.ts'
import type { Send } from './send.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { isTelarError } from './telar-error.ts'
import { createTwoFactor, type TwoFactor } from './two-factor.ts'

export interface SessionUser {
  readonly id: string
  readonly email: string
  readonly name: string
}

export interface SetupRequest {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** The ways into this server. */
export interface SignInMethods {
  /** The identity provider by its name, where one is set. */
  readonly oidc: { readonly name: string } | null
  /** Whether the server can send a link for a new password. */
  readonly mail: boolean
}

/** `code`: the password was right, and the second factor is still to be shown. */
export type SignInStep = 'done' | 'code'

/** Signing in and out, the first administrator of a new installation, and what protects an account. */
export interface Auth {
  readonly methods: () => Promise<SignInMethods>
  readonly signIn: (email: string, password: string) => Promise<SignInStep>
  /** Where the browser goes to sign in with the identity provider; it comes back to `returnTo`. */
  readonly signInElsewhere: (returnTo?: string) => Promise<string>
  readonly signOut: () => Promise<void>
  /** The person who is signed in, or null. */
  readonly session: () => Promise<SessionUser | null>
  readonly setupNeeded: () => Promise<boolean>
  /** Makes the first administrator with the token that the start printed. */
  readonly setup: (request: SetupRequest) => Promise<void>
  readonly twoFactor: TwoFactor
  readonly passwords: Passwords
  readonly invitation: InvitationLinks
  readonly profile: Profile
  readonly sessions: Sessions
  readonly apiKeys: ApiKeys
}

export const createAuth = (send: Send): Auth => ({
  methods: async () => {
    const { oidc, mail } = objectOf(await send({ path: '/api/auth/methods' }))
    const name = textOf(objectOf(oidc)['name'])
    return { oidc: name === '' ? null : { name }, mail: mail === true }
  },
  signIn: async (email, password) => {
    const answer = await send({ method: 'POST', path: '/api/auth/sign-in/email', body: { email, password } })
    const { twoFactorRedirect, twoFactorMethods } = objectOf(answer)
    return twoFactorRedirect === true && listOf(twoFactorMethods).includes('totp') ? 'code' : 'done'
  },
  signInElsewhere: async (returnTo) => {
    const body = returnTo === undefined ? {} : { returnTo }
    return textOf(objectOf(await send({ method: 'POST', path: '/api/auth/sign-in/oidc', body }))['url'])
  },
  signOut: async () => {
    await send({ method: 'POST', path: '/api/auth/sign-out', body: {} })
  },
  session: async () => {
    const answer = await send({ path: '/api/auth/get-session' }).catch((error: unknown) => {
      if (isTelarError(error) && error.status === 401) return null
      throw error
    })
    return userOf(objectOf(answer)['user'])
  },
  setupNeeded: async () => objectOf(await send({ path: '/api/setup' }))['needed'] === true,
  setup: async (request) => {
    await send({ method: 'POST', path: '/api/setup', body: { ...request } })
  },
  twoFactor: createTwoFactor(send),
  passwords: createPasswords(send),
  invitation: createInvitationLinks(send),
  profile: createProfile(send),
  sessions: createSessions(send),
  apiKeys: createApiKeys(send),
})

const userOf = (value: unknown): SessionUser | null => {
  const user = objectOf(value)
  if (typeof user['id'] !== 'string') return null
  return { id: user['id'], email: textOf(user['email']), name: textOf(user['name']) }
}
