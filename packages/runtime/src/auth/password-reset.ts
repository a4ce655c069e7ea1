import type { Language } from '@telar/metadata'
import type pg from 'pg'
import type { Doer } from '../audit/append-audit.ts'
import { TelarError } from '../errors.ts'
import type { AccessLinks } from './access-links.ts'
import type { LazyEngine } from './engine.ts'
import type { LinkPost } from './link-post.ts'
import { emailUnknown } from './particulars.ts'
import { checkPassword } from './password-policy.ts'
import { findPerson, type Person, type PersonKey } from './person.ts'
import { refuseIf } from './refuse-if.ts'
import type { Sessions } from './sessions.ts'
import type { SignInAudit } from './sign-in-audit.ts'
import type { SignInGuard } from './sign-in-guard.ts'
import type { Tries, TryRule } from './tries.ts'
import { writePassword } from './write-password.ts'

/** A new password for somebody who has lost theirs. */
export interface PasswordReset {
  /** Mails a link if there is such a person; whoever asks does not learn whether there is. */
  readonly request: (email: string, asked: { readonly language: Language; readonly by: Doer }) => Promise<void>
  /** A link to hand over, made by an administrator. */
  readonly linkFor: (key: PersonKey, by: Doer) => Promise<{ readonly link: string; readonly expiresAt: string }>
  readonly find: (
    token: string,
  ) => Promise<{ readonly email: string; readonly name: string; readonly expiresAt: string }>
  /** Sets the password and ends every session. */
  readonly complete: (token: string, password: string, by: Doer) => Promise<void>
}

interface ResetOptions {
  readonly pool: pg.Pool
  readonly engine: LazyEngine
  readonly links: AccessLinks
  readonly post: LinkPost
  readonly sessions: Sessions
  readonly guard: SignInGuard
  readonly tries: Tries
  readonly audit: SignInAudit
}

const mailedLifetime = 60 * 60
const handedLifetime = 24 * 60 * 60

/** Nobody's letter box is filled: three mails, then an hour between one and the next. */
const mailRule: TryRule = { free: 3, longest: 3600, memory: 24 * 60 * 60 }

export const createPasswordReset = (options: ResetOptions): PasswordReset => {
  const { pool, engine, links, post, audit } = options

  const personOfLink = async (token: string): Promise<Person & { readonly expiresAt: string }> => {
    const { userId, expiresAt } = await links.find('reset', token)
    const person = await findPerson(pool, { id: userId })
    if (person === undefined || person.isBlocked) throw new TelarError('LINK_INVALID')
    return { ...person, expiresAt }
  }

  return {
    request: async (email, { language, by }) => {
      const permit = await options.tries.take([{ name: `reset ${email.toLowerCase()}`, rule: mailRule }])
      const person = await findPerson(pool, { email })
      if (!permit.isAllowed || person === undefined || person.isBlocked) return
      const { token } = await links.make('reset', { userId: person.id, seconds: mailedLifetime, by })
      const { id, name } = person
      await post.send({
        kind: 'reset',
        token,
        to: person.email,
        language: person.language ?? language,
        params: { name },
      })
      await audit.add('password-reset-asked', by, { user: id })
    },
    linkFor: async (key, by) => {
      const person = await findPerson(pool, key)
      if (person === undefined) throw new TelarError('INVALID', { issues: [emailUnknown] })
      const { token, expiresAt } = await links.make('reset', { userId: person.id, seconds: handedLifetime, by })
      await audit.add('password-reset-link-made', by, { user: person.id })
      return { link: post.linkOf('reset', token), expiresAt }
    },
    find: async (token) => {
      const { email, name, expiresAt } = await personOfLink(token)
      return { email, name, expiresAt }
    },
    complete: async (token, password, by) => {
      const person = await personOfLink(token)
      refuseIf(checkPassword(password, person))
      await links.spend('reset', token, () => writePassword(engine, person.id, password))
      await links.drop('invitation', person.id)
      await options.sessions.endAll(person.id)
      await options.guard.forgive(person.email)
      await audit.add('password-reset', { ...by, actor: person.id })
    },
  }
}
