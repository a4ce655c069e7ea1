import { listOf, objectOf, textOf } from './parse.ts'
import type { Send } from './send.ts'

/** What an authenticator needs to know, and what is kept for the day it is lost. */
export interface TwoFactorStart {
  /** `otpauth://…`, to be shown as a QR code. */
  readonly uri: string
  readonly recoveryCodes: readonly string[]
}

interface CodeOptions {
  /** This browser is not asked again for a while. */
  readonly trustDevice?: boolean
}

/** The second factor: codes of an authenticator, and recovery codes. */
export interface TwoFactor {
  /** Second step of a sign-in, or the confirmation that switches it on. */
  readonly verify: (code: string, options?: CodeOptions) => Promise<void>
  /** Second step of a sign-in with a recovery code, which works once. */
  readonly recover: (code: string, options?: CodeOptions) => Promise<void>
  /** Only `verify` makes it hold. */
  readonly start: (password: string) => Promise<TwoFactorStart>
  readonly stop: (password: string) => Promise<void>
  /** New recovery codes; the old ones are void. */
  readonly renewCodes: (password: string) => Promise<readonly string[]>
}

export const createTwoFactor = (send: Send): TwoFactor => {
  const post = (path: string, body: Readonly<Record<string, string | boolean>>) =>
    send({ method: 'POST', path: `/api/auth/two-factor/${path}`, body })
  return {
    verify: async (code, { trustDevice = false } = {}) => {
      await post('verify-totp', { code, trustDevice })
    },
    recover: async (code, { trustDevice = false } = {}) => {
      await post('verify-backup-code', { code, trustDevice })
    },
    start: async (password) => {
      const answer = objectOf(await post('enable', { password }))
      return { uri: textOf(answer['totpURI']), recoveryCodes: listOf(answer['backupCodes']).map(textOf) }
    },
    stop: async (password) => {
      await post('disable', { password })
    },
    renewCodes: async (password) =>
      listOf(objectOf(await post('generate-backup-codes', { password }))['backupCodes']).map(textOf),
  }
}
