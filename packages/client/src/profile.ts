import { numberOf, objectOf } from './parse.ts'
import type { Send } from './send.ts'

/** What protects an account. */
export interface Security {
  /** Somebody who only comes through the identity provider has none. */
  readonly hasPassword: boolean
  readonly twoFactor: boolean
  readonly recoveryCodesLeft: number
  /** Whether the person has come through the identity provider. */
  readonly oidc: boolean
}

interface ProfileChange {
  readonly name?: string
  /** The language of mails to this person. */
  readonly language?: string
}

/** A person's own account. */
export interface Profile {
  readonly change: (change: ProfileChange) => Promise<void>
  readonly security: () => Promise<Security>
}

export const createProfile = (send: Send): Profile => ({
  change: async (change) => {
    await send({ method: 'POST', path: '/api/auth/profile', body: { ...change } })
  },
  security: async () => {
    const answer = objectOf(await send({ path: '/api/auth/security' }))
    return {
      hasPassword: answer['hasPassword'] === true,
      twoFactor: answer['twoFactor'] === true,
      recoveryCodesLeft: numberOf(answer['recoveryCodesLeft']),
      oidc: answer['oidc'] === true,
    }
  },
})
