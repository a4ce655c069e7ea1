import { objectOf, textOf } from './parse.ts'
import type { Send } from './send.ts'
import { isTelarError } from './telar-error.ts'

export interface SessionUser {
  readonly id: string
  readonly email: string
  readonly name: string
}

export interface SetupRequest {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Signing in and out, and the first administrator of a new installation. */
export interface Auth {
  readonly signIn: (email: string, password: string) => Promise<void>
  readonly signOut: () => Promise<void>
  /** The person who is signed in, or null. */
  readonly session: () => Promise<SessionUser | null>
  readonly setupNeeded: () => Promise<boolean>
  /** Makes the first administrator with the token that the start printed. */
  readonly setup: (request: SetupRequest) => Promise<void>
}

export const createAuth = (send: Send): Auth => ({
  signIn: async (email, password) => {
    await send({ method: 'POST', path: '/api/auth/sign-in/email', body: { email, password } })
  },
  signOut: async () => {
    await send({ method: 'POST', path: '/api/auth/sign-out', body: {} })
  },
  session: async () => {
    const answer = await send({ path: '/api/auth/get-session' }).catch((error: unknown) => {
      if (isTelarError(error) && error.status === 401) return null
      throw error
    })
    return userOf(objectOf(answer)['user'])
  },
  setupNeeded: async () => objectOf(await send({ path: '/api/setup' }))['needed'] === true,
  setup: async (request) => {
    await send({ method: 'POST', path: '/api/setup', body: { ...request } })
  },
})

const userOf = (value: unknown): SessionUser | null => {
  const user = objectOf(value)
  if (typeof user['id'] !== 'string') return null
  return { id: user['id'], email: textOf(user['email']), name: textOf(user['name']) }
}
