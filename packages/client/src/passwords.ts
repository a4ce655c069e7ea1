import { objectOf, textOf } from './parse.ts'
import type { Send } from './send.ts'

/** Whose password a link renews. */
export interface ResetLink {
  readonly email: string
  readonly name: string
  readonly expiresAt: string
}

/** Changing a password, and getting in again without it. */
export interface Passwords {
  /** Ends the person's other sessions. */
  readonly change: (currentPassword: string, newPassword: string) => Promise<void>
  /** Sends a link; answers the same whether or not there is such a person. */
  readonly requestLink: (email: string) => Promise<void>
  readonly findLink: (token: string) => Promise<ResetLink>
  /** Sets the password that the link is for, and ends every session. */
  readonly reset: (token: string, password: string) => Promise<void>
}

export const createPasswords = (send: Send): Passwords => ({
  change: async (currentPassword, newPassword) => {
    await send({ method: 'POST', path: '/api/auth/change-password', body: { currentPassword, newPassword } })
  },
  requestLink: async (email) => {
    await send({ method: 'POST', path: '/api/auth/request-password-reset', body: { email } })
  },
  findLink: async (token) => {
    const link = objectOf(await send({ path: '/api/auth/reset-password', query: { token } }))
    return { email: textOf(link['email']), name: textOf(link['name']), expiresAt: textOf(link['expiresAt']) }
  },
  reset: async (token, password) => {
    await send({ method: 'POST', path: '/api/auth/reset-password', body: { token, password } })
  },
})
