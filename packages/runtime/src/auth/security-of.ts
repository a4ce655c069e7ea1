import type pg from 'pg'
import { TelarError } from '../errors.ts'
import { findPerson } from './person.ts'
import type { TwoFactorCare } from './two-factor-care.ts'

export interface Security {
  /** Somebody who only comes through the identity provider has none. */
  readonly hasPassword: boolean
  readonly twoFactor: boolean
  readonly recoveryCodesLeft: number
  /** Whether the person has come through the identity provider. */
  readonly oidc: boolean
}

export const createSecurityOf =
  (pool: pg.Pool, twoFactor: TwoFactorCare) =>
  async (userId: string): Promise<Security> => {
    const person = await findPerson(pool, { id: userId })
    if (person === undefined) throw new TelarError('SIGN_IN_NEEDED')
    const { hasPassword, hasTwoFactor, hasOidc } = person
    const recoveryCodesLeft = hasTwoFactor ? await twoFactor.recoveryCodesLeft(userId) : 0
    return { hasPassword, twoFactor: hasTwoFactor, recoveryCodesLeft, oidc: hasOidc }
  }
