import type { Json } from '@telar/metadata'
import { listOf, objectOf, textOf, textOrNull } from './parse.ts'
import { personOf, type Person } from './people.ts'
import type { Send } from './send.ts'

export interface Invitation {
  /** Id of the member. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly invitedAt: string
  readonly expiresAt: string
  readonly isExpired: boolean
  readonly roles: readonly string[]
  readonly teams: readonly string[]
}

export interface InvitationRequest {
  readonly email: string
  readonly name: string
  /** The language of the mail and of the person's screens. */
  readonly language?: string
  readonly roles?: readonly string[]
  readonly teams?: readonly string[]
  readonly attributes?: Readonly<Record<string, string>>
}

/** What became of an invitation: a mail, or a link to hand over, which is told once. */
export interface SentInvitation {
  readonly mailed: boolean
  readonly expiresAt: string
  readonly link: string | null
}

export interface Invitations {
  readonly list: () => Promise<readonly Invitation[]>
  readonly invite: (request: InvitationRequest) => Promise<SentInvitation & { readonly person: Person }>
  /** Makes a new link; the old one opens nothing any more. */
  readonly renew: (id: string) => Promise<SentInvitation>
  readonly revoke: (id: string) => Promise<void>
}

export const createInvitations = (send: Send, root: string): Invitations => {
  const path = `${root}/invitations`
  const of = (id: string) => `${path}/${encodeURIComponent(id)}`
  return {
    list: async () => listOf(objectOf(await send({ path }))['invitations']).map(invitationOf),
    invite: async (request) => {
      const answer = objectOf(await send({ method: 'POST', path, body: { ...request } }))
      return { ...sentOf(answer), person: personOf(answer['user']) }
    },
    renew: async (id) => sentOf(await send({ method: 'POST', path: `${of(id)}/renew` })),
    revoke: async (id) => {
      await send({ method: 'DELETE', path: of(id) })
    },
  }
}

const sentOf = (value: unknown): SentInvitation => {
  const sent = objectOf(value)
  return { mailed: sent['mailed'] === true, expiresAt: textOf(sent['expiresAt']), link: textOrNull(sent['link']) }
}

const invitationOf = (value: Json): Invitation => {
  const invitation = objectOf(value)
  return {
    id: textOf(invitation['id']),
    name: textOf(invitation['name']),
    email: textOf(invitation['email']),
    invitedAt: textOf(invitation['invitedAt']),
    expiresAt: textOf(invitation['expiresAt']),
    isExpired: invitation['isExpired'] === true,
    roles: listOf(invitation['roles']).map(textOf),
    teams: listOf(invitation['teams']).map(textOf),
  }
}
