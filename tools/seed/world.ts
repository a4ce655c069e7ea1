import { createHistory, type History, type Moment } from './history.ts'
import { type Random, randomFrom } from './random.ts'

/** What the parts of the story need to know of a company. */
export interface Account {
  readonly ref: string
  readonly name: string
  readonly domain: string
  readonly city: string
  readonly territory: string
  readonly area: string
  readonly goods: string
  readonly industry: string
  readonly address: Readonly<Record<string, string>>
  readonly created: Moment
  /** Nothing is heard of it for the last two months. */
  readonly silent: boolean
  readonly habit: 'prompt' | 'slow' | 'bad'
  readonly terms: PaymentTerms
  readonly method: string
  /** Usual discount in percent. */
  readonly discount: number
  readonly contacts: Contact[]
  rank: 'a' | 'b' | 'c'
  owner: string
  type: string
  /** The day of the first purchase; far ahead for who has bought nothing. */
  buysFrom: number
  /** The day on which its last deal is decided, as far as one is told. */
  busyUntil: number
}

export interface Contact {
  readonly ref: string
  readonly name: string
  readonly account: Account
  readonly phone: string
  readonly role: string
  readonly created: Moment
}

export const paymentDays = { immediate: 0, net15: 15, net30: 30, net60: 60, net90: 90 } as const

export type PaymentTerms = keyof typeof paymentDays

export interface World {
  readonly history: History
  readonly accounts: Account[]
  readonly contacts: Contact[]
  /** `a12`: the next name of that kind. */
  readonly newRef: (kind: string) => string
  /** A number nobody has: the area with zeros and three digits behind, as fictional lines are written. */
  readonly newPhone: (area: string) => string
  /** Chance of its own for every part, so that a change of one leaves the others alone. */
  readonly randomFor: (part: string) => Random
}

/** The only thing that decides how everything falls. */
const seed = 'valdora-1'

/** Two days before the year begins: what the company already had is loaded. */
export const loadDay = -367

export const createWorld = (): World => {
  const counts = new Map<string, number>()
  const count = (kind: string): number => {
    const next = (counts.get(kind) ?? 0) + 1
    counts.set(kind, next)
    return next
  }
  return {
    history: createHistory(),
    accounts: [],
    contacts: [],
    newRef: (kind) => `${kind}${count(kind)}`,
    newPhone: (area) => {
      const [country = '', ...rest] = area.split(' ')
      return `${country}${rest.join('').padEnd(6, '0')}${String(count(area) % 1000).padStart(3, '0')}`
    },
    randomFor: (part) => randomFrom(`${seed}/${part}`),
  }
}

/** Nothing is planned with, said to or written about a silent company in the last nine weeks. */
export const isAwake = (account: Account, day: number): boolean => !account.silent || day < -66

export const mainContact = (account: Account, random: Random): Contact | undefined =>
  account.contacts.length === 0 ? undefined : random.pick(account.contacts)

/** A moment of the working day. */
export const onDay = (day: number, random: Random): Moment => ({ day, minute: random.between(8 * 60, 18 * 60 + 30) })

/** A day in plain text where the day of installation has no part: birthdays. */
export const plainDate = (year: number, random: Random): string =>
  `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`

/** Letters and digits of a name, for addresses of web and mail. */
export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
