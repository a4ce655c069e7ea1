import { languages, problem, type Language } from '@telar/metadata'
import type pg from 'pg'
import type { Doer } from '../audit/append-audit.ts'
import { records } from '../database/pool.ts'
import { raw } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { timeOf, type AccessLinks } from './access-links.ts'
import type { LazyEngine } from './engine.ts'
import type { LinkPost } from './link-post.ts'
import { checkIdentity, checkName, emailTaken } from './particulars.ts'
import { checkPassword } from './password-policy.ts'
import { findPerson, type Person } from './person.ts'
import { refuseIf, takenOr } from './refuse-if.ts'
import type { SignInAudit } from './sign-in-audit.ts'
import { writePassword } from './write-password.ts'

export interface Invitee {
  readonly email: string
  readonly name: string
  readonly language: Language
}

export interface Invited {
  readonly userId: string
  readonly email: string
  readonly expiresAt: string
  readonly mailed: boolean
  /** To be handed over by whoever invites; only where no mail went out. */
  readonly link?: string
}

export interface OpenInvitation extends Invitee {
  readonly userId: string
  readonly invitedAt: string
  readonly expiresAt: string
  readonly isExpired: boolean
}

/** People come in by invitation only. */
export interface Invitations {
  /** Makes a person without a password, and the link with which they choose one. */
  readonly invite: (invitee: Invitee, by: Doer) => Promise<Invited>
  /** Everybody who has not come in yet, the latest first. */
  readonly list: () => Promise<readonly OpenInvitation[]>
  /** A new link; the one before is worth nothing any more. */
  readonly renew: (userId: string, by: Doer) => Promise<Invited>
  /** Takes the invitation back, and the person with it if they never came in. */
  readonly revoke: (userId: string, by: Doer) => Promise<void>
  /** Whom a link is for. */
  readonly find: (token: string) => Promise<Omit<OpenInvitation, 'invitedAt' | 'isExpired'>>
  readonly accept: (given: Acceptance, by: Doer) => Promise<Pick<Person, 'id' | 'name' | 'email'>>
}

export interface Acceptance {
  readonly token: string
  readonly name: string
  readonly password: string
}

interface InvitationOptions {
  readonly pool: pg.Pool
  readonly engine: LazyEngine
  readonly links: AccessLinks
  readonly post: LinkPost
  readonly audit: SignInAudit
  readonly newId: () => string
  readonly now: () => number
}

const lifetime = 7 * 24 * 60 * 60

export const createInvitations = (options: InvitationOptions): Invitations => {
  const { pool, engine, links, audit } = options

  const personOfLink = async (userId: string): Promise<Person> => {
    const person = await findPerson(pool, { id: userId })
    if (person === undefined || person.isBlocked) throw new TelarError('LINK_INVALID')
    return person
  }

  return {
    invite: async (invitee, by) => {
      refuseIf(checkInvitee(invitee))
      const known = await findPerson(pool, invitee)
      if (known !== undefined && (known.hasPassword || known.hasOidc || known.isBlocked)) refuseIf([emailTaken])
      const person = known ?? (await makePerson(options, invitee))
      return send(options, person, { by, act: 'invited' })
    },
    list: () => listOpen(options),
    renew: async (userId, by) => {
      const person = await findPerson(pool, { id: userId })
      if (person === undefined || person.hasPassword || person.hasOidc) throw new TelarError('NOT_FOUND')
      return send(options, person, { by, act: 'invitation-renewed' })
    },
    revoke: async (userId, by) => {
      const person = await findPerson(pool, { id: userId })
      if (!(await links.drop('invitation', userId)) || person === undefined) throw new TelarError('NOT_FOUND')
      const { internalAdapter } = await (await engine()).$context
      if (!person.hasPassword && !person.hasOidc) await internalAdapter.deleteUser(userId)
      await audit.add('invitation-revoked', by, { user: userId, email: person.email })
    },
    find: async (token) => {
      const { userId, expiresAt } = await links.find('invitation', token)
      const { name, email, language = 'en' } = await personOfLink(userId)
      return { userId, name, email, language, expiresAt }
    },
    accept: async ({ token, name, password }, by) => {
      const { userId } = await links.find('invitation', token)
      const { email } = await personOfLink(userId)
      refuseIf([...checkName(name), ...checkPassword(password, { name, email })])
      await links.spend('invitation', token, async () => {
        const { internalAdapter } = await (await engine()).$context
        await internalAdapter.updateUser(userId, { name: name.trim() })
        await writePassword(engine, userId, password)
      })
      await audit.add('invitation-accepted', { ...by, actor: userId })
      return { id: userId, name: name.trim(), email }
    },
  }
}

const checkInvitee = (invitee: Invitee) => [
  ...checkIdentity(invitee),
  ...(languages.includes(invitee.language)
    ? []
    : [problem('enum', { pointer: '/language', params: { allowedValues: [...languages] } })]),
]

const makePerson = async (
  { engine, newId }: InvitationOptions,
  { email, name, language }: Invitee,
): Promise<Person> => {
  const { internalAdapter } = await (await engine()).$context
  const person = { id: newId(), email: email.toLowerCase(), name: name.trim(), language }
  // Whoever invites vouches for the address; nobody else can make a person.
  const user = { ...person, role: 'user', emailVerified: true }
  await takenOr(internalAdapter.createUser(user, { method: 'admin' }))
  return { ...person, isBlocked: false, hasPassword: false, hasOidc: false, hasTwoFactor: false }
}

const send = async (
  { pool, links, post, audit }: InvitationOptions,
  { id, name, email, language = 'en' }: Person,
  { by, act }: { readonly by: Doer; readonly act: 'invited' | 'invitation-renewed' },
): Promise<Invited> => {
  const { token, expiresAt } = await links.make('invitation', { userId: id, seconds: lifetime, by })
  const host = by.actor === undefined ? undefined : await findPerson(pool, { id: by.actor })
  const sent = await post.send({
    kind: 'invitation',
    token,
    to: email,
    language,
    params: { name, by: host?.name ?? 'Telar' },
  })
  await audit.add(act, by, { user: id, email, mailed: sent.mailed })
  return { userId: id, email, expiresAt, ...sent }
}

const listOpen = async ({ pool, now }: InvitationOptions): Promise<readonly OpenInvitation[]> => {
  const found = await records(
    pool,
    raw(`select l.user_id, l.made_at, l.expires_at, u.name, u.email, u.language
         from telar.access_link l join telar."user" u on u.id = l.user_id
         where l.kind = 'invitation' order by l.made_at desc, l.user_id`),
  )
  return found.map((row) => {
    const expiresAt = timeOf(row['expires_at'])
    return {
      userId: String(row['user_id']),
      name: String(row['name']),
      email: String(row['email']),
      language: languages.find((known) => known === row['language']) ?? 'en',
      invitedAt: timeOf(row['made_at']),
      expiresAt,
      isExpired: Date.parse(expiresAt) <= now(),
    }
  })
}
