import { hash } from 'node:crypto'
import { bearerOf, cookieOf } from './credentials.ts'

/** Somebody who is signed in; what they may do is not said here. */
export interface SignIn {
  readonly userId: string
  readonly name: string
  readonly email: string
  /** The administrator of the whole server, made at its first start. */
  readonly isAdministrator: boolean
  /** The only roles that the key may use of its owner's; undefined for one without such a limit, and for sessions. */
  readonly keyRoles?: readonly string[]
}

/** A proof that a request carries: a session cookie or an API key. */
export type Credential =
  | { readonly kind: 'session'; readonly cookie: string }
  | { readonly kind: 'key'; readonly key: string }

export interface SignIns {
  /** Who sends this request. A key in `Authorization` is the only proof then: a cookie beside it counts for nothing. */
  readonly resolve: (headers: Headers) => Promise<SignIn | undefined>
  /** Asks the database again about one user, or about everybody. */
  readonly forget: (userId: string | undefined) => void
}

interface SignInsOptions {
  readonly cookieName: string
  readonly lookUp: (credential: Credential) => Promise<SignIn | undefined>
  readonly now?: () => number
  readonly maxEntries?: number
}

/** How long an answer may be used: a session ended on another node lives on here for at most this long. */
export const signInTtl = 5000

interface Entry {
  readonly until: number
  readonly answer: Promise<SignIn | undefined>
  userId?: string
}

/** Answers from memory while it is fresh; those who ask for the same proof meanwhile share one question. */
export const createSignIns = ({ cookieName, lookUp, now = Date.now, maxEntries = 10_000 }: SignInsOptions): SignIns => {
  const entries = new Map<string, Entry>()

  const ask = (id: string, credential: Credential): Promise<SignIn | undefined> => {
    const entry: Entry = { until: now() + signInTtl, answer: lookUp(credential) }
    const oldest = entries.size >= maxEntries ? entries.keys().next() : undefined
    if (oldest?.done === false) entries.delete(oldest.value)
    entries.set(id, entry)
    entry.answer.then(
      (signIn) => {
        if (signIn) entry.userId = signIn.userId
      },
      () => {
        if (entries.get(id) === entry) entries.delete(id)
      },
    )
    return entry.answer
  }

  return {
    resolve: async (headers) => {
      const credential = credentialOf(headers, cookieName)
      if (credential === undefined) return undefined
      const id = idOf(credential)
      const entry = entries.get(id)
      entries.delete(id)
      if (entry === undefined || entry.until <= now()) return ask(id, credential)
      // Put back at the end: what is in use is dropped last.
      entries.set(id, entry)
      return entry.answer
    },
    forget: (userId) => {
      for (const [id, entry] of entries) {
        if (userId === undefined || entry.userId === undefined || entry.userId === userId) entries.delete(id)
      }
    },
  }
}

const credentialOf = (headers: Headers, cookieName: string): Credential | undefined => {
  const key = bearerOf(headers)
  if (key !== undefined) return key === '' ? undefined : { kind: 'key', key }
  const cookie = cookieOf(headers, cookieName)
  return cookie === undefined ? undefined : { kind: 'session', cookie }
}

const idOf = (credential: Credential): string =>
  hash('sha256', credential.kind === 'key' ? `k${credential.key}` : `s${credential.cookie}`, 'base64')
