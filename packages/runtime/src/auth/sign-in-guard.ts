import type { KnownDevices } from './known-device.ts'
import type { Permit, Tries, TryKey, TryRule } from './tries.ts'

export interface SignInTry {
  readonly email: string
  readonly address: string
  readonly headers: Headers
}

/** Slows down who guesses passwords, and nobody else. */
export interface SignInGuard {
  /** Whether a try may go on, or comes too early. */
  readonly begin: (attempt: SignInTry) => Promise<Permit>
  /** The password was right. */
  readonly succeeded: (attempt: SignInTry) => Promise<void>
  /** Whether a code of somebody's second factor comes for the first time; who has looked on cannot use it again. */
  readonly isFreshCode: (userId: string, code: string) => Promise<boolean>
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
const addressRule: TryRule = { free: 30, longest: 5 * minute, memory: hour }
/** A browser in which the account was used before: nothing that others do counts. */
const deviceRule: TryRule = { free: 10, longest: 15 * minute, memory: 24 * hour }

/** As long as a clock that is a little off lets a code live: its own 30 seconds and those on either side. */
const codeLife = 90

export const createSignInGuard = (tries: Tries, devices: KnownDevices): SignInGuard => {
  const keysOf = ({ email, address: given, headers }: SignInTry) => {
    const account = email.toLowerCase()
    const address = networkOf(given)
    const device = devices.recognise(headers, account)
    if (device !== undefined) return { own: [{ name: `device ${device} ${account}`, rule: deviceRule }], shared: [] }
    return {
      own: [{ name: `pair ${address} ${account}`, rule: pairRule }, accountKey(account)],
      shared: [{ name: `address ${address}`, rule: addressRule }],
    }
  }
  return {
    begin: (attempt) => {
      const { own, shared } = keysOf(attempt)
      return tries.take([...own, ...shared])
    },
    succeeded: async (attempt) => {
      const { own, shared } = keysOf(attempt)
      await tries.succeeded({ cleared: own, returned: shared })
    },
    isFreshCode: (userId, code) => tries.isFirst(`code ${userId} ${code}`, codeLife),
    forgive: (email) => tries.succeeded({ cleared: [accountKey(email.toLowerCase())], returned: [] }),
  }
}

/** Whoever has one IPv6 address has 2^64 of them. */
export const networkOf = (address: string): string => {
  const isIpv6 = address.includes(':') && !address.includes('.')
  if (!isIpv6) return address.replace(/^::ffff:/i, '')
  const [head = '', tail] = address.toLowerCase().split('::')
  const [front, back] = [groupsOf(head), groupsOf(tail ?? '')]
  const gap = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...(tail === undefined ? [] : gap), ...back].slice(0, 4).join(':')
}

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))

const accountKey = (account: string): TryKey => ({ name: `account ${account}`, rule: accountRule })
