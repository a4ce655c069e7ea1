import { TelarError } from '../errors.ts'
import type { KnownDevices } from './known-device.ts'
import type { Tries, TryKey, TryRule } from './tries.ts'

export interface SignInTry {
  readonly email: string
  readonly address: string
  readonly headers: Headers
}

/** Slows down who guesses passwords, and nobody else. */
export interface SignInGuard {
  /** Refuses a try that comes too early. */
  readonly begin: (attempt: SignInTry) => Promise<void>
  /** The password was right. */
  readonly succeeded: (attempt: SignInTry) => Promise<void>
  /** The owner has proved to be the owner in another way: all waits of the account are over. */
  readonly forgive: (email: string) => Promise<void>
}

const minute = 60
const hour = 60 * minute

/** One person with one account. */
const pairRule: TryRule = { free: 5, longest: 15 * minute, memory: 24 * hour }
/** Everybody who tries one account: a short wait, for the owner may be among them. */
const accountRule: TryRule = { free: 20, longest: minute, memory: 24 * hour }
/** One address with all accounts: an office has one for all its people. */
const addressRule: TryRule = { free: 50, longest: 5 * minute, memory: hour }
/** A browser in which the account was used before: nothing that others do counts. */
const deviceRule: TryRule = { free: 10, longest: 15 * minute, memory: 24 * hour }

export const createSignInGuard = (tries: Tries, devices: KnownDevices): SignInGuard => {
  const keysOf = ({ email, address, headers }: SignInTry) => {
    const account = email.toLowerCase()
    const device = devices.recognise(headers, account)
    if (device !== undefined) return { own: [{ name: `device ${device} ${account}`, rule: deviceRule }], shared: [] }
    return {
      own: [{ name: `pair ${address} ${account}`, rule: pairRule }, accountKey(account)],
      shared: [{ name: `address ${address}`, rule: addressRule }],
    }
  }
  return {
    begin: async (attempt) => {
      const { own, shared } = keysOf(attempt)
      const permit = await tries.take([...own, ...shared])
      if (!permit.isAllowed) throw new TelarError('TOO_MANY_REQUESTS', { params: { seconds: permit.seconds } })
    },
    succeeded: async (attempt) => {
      const { own, shared } = keysOf(attempt)
      await tries.succeeded({ cleared: own, returned: shared })
    },
    forgive: (email) => tries.succeeded({ cleared: [accountKey(email.toLowerCase())], returned: [] }),
  }
}

const accountKey = (account: string): TryKey => ({ name: `account ${account}`, rule: accountRule })
