import { objectOf, textOf } from './parse.ts'
import type { Send } from './send.ts'

/** Who was invited, and in which language to speak to them. */
export interface InvitationLink {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly expiresAt: string
}

/** What somebody does with the link of an invitation. */
export interface InvitationLinks {
  readonly find: (token: string) => Promise<InvitationLink>
  /** Sets name and password, and signs in. */
  readonly accept: (answer: {
    readonly token: string
    readonly name: string
    readonly password: string
  }) => Promise<void>
}

export const createInvitationLinks = (send: Send): InvitationLinks => ({
  find: async (token) => {
    const link = objectOf(await send({ path: '/api/auth/invitation', query: { token } }))
    return {
      email: textOf(link['email']),
      name: textOf(link['name']),
      language: textOf(link['language']),
      expiresAt: textOf(link['expiresAt']),
    }
  },
  accept: async (answer) => {
    await send({ method: 'POST', path: '/api/auth/accept-invitation', body: { ...answer } })
  },
})
