import { createHmac } from 'node:crypto'
import type { JsonObject } from '@telar/metadata'
import type pg from 'pg'
import { appendAudit, type Doer } from '../audit/append-audit.ts'
import { findPerson } from './person.ts'

/** What happens around signing in and is kept in the audit. */
export type SignInAct =
  | 'sign-in'
  | 'sign-in-failed'
  | 'sign-out'
  | 'sessions-ended'
  | 'user-made'
  | 'profile-changed'
  | 'user-blocked'
  | 'user-unblocked'
  | 'password-changed'
  | 'password-set'
  | 'password-reset-asked'
  | 'password-reset-link-made'
  | 'password-reset'
  | 'two-factor-on'
  | 'two-factor-off'
  | 'recovery-codes-renewed'
  | 'invited'
  | 'invitation-renewed'
  | 'invitation-revoked'
  | 'invitation-accepted'
  | 'api-key-made'
  | 'api-key-removed'

export interface SignInAudit {
  readonly add: (act: SignInAct, by: Doer, detail?: JsonObject) => Promise<void>
  /** A sign-in that was refused; `detail` says why and in which way. */
  readonly failed: (email: string, by: Doer, detail: JsonObject) => Promise<void>
}

export const createSignInAudit = (pool: pg.Pool, secret: string): SignInAudit => {
  const add: SignInAudit['add'] = (act, by, detail = {}) => appendAudit(pool, { ...by, act, detail })
  return {
    add,
    failed: async (email, by, detail) => {
      const person = await findPerson(pool, { email })
      await add('sign-in-failed', by, {
        ...detail,
        // An address that is nobody's here may be a stranger's, or a password in the wrong place: it is not kept. Its
        // keyed hash still shows that the same one was tried again.
        ...(person === undefined ? { emailHash: keyedHash(secret, email) } : { user: person.id }),
      })
    },
  }
}

const keyedHash = (secret: string, email: string): string =>
  createHmac('sha256', secret).update(`audit ${email.toLowerCase()}`).digest('hex').slice(0, 16)
