import type { Json } from '@telar/metadata'
import { listOf, objectOf, textOf, textOrNull } from './parse.ts'
import type { Send } from './send.ts'

/** One browser in which a person is signed in. */
export interface Session {
  readonly id: string
  /** The one that asks. */
  readonly isCurrent: boolean
  readonly browser: string | null
  readonly system: string | null
  readonly address: string
  readonly createdAt: string
  readonly lastUsedAt: string
  readonly expiresAt: string
}

/** Where a person is signed in. */
export interface Sessions {
  readonly list: () => Promise<readonly Session[]>
  readonly end: (id: string) => Promise<void>
  readonly endOthers: () => Promise<void>
  /** Everywhere, here too. */
  readonly endAll: () => Promise<void>
}

export const createSessions = (send: Send): Sessions => ({
  list: async () => listOf(objectOf(await send({ path: '/api/auth/sessions' }))['sessions']).map(sessionOf),
  end: async (id) => {
    await send({ method: 'DELETE', path: `/api/auth/sessions/${encodeURIComponent(id)}` })
  },
  endOthers: async () => {
    await send({ method: 'POST', path: '/api/auth/revoke-other-sessions', body: {} })
  },
  endAll: async () => {
    await send({ method: 'POST', path: '/api/auth/revoke-sessions', body: {} })
  },
})

const sessionOf = (value: Json): Session => {
  const session = objectOf(value)
  return {
    id: textOf(session['id']),
    isCurrent: session['isCurrent'] === true,
    browser: textOrNull(session['browser']),
    system: textOrNull(session['system']),
    address: textOf(session['address']),
    createdAt: textOf(session['createdAt']),
    lastUsedAt: textOf(session['lastUsedAt']),
    expiresAt: textOf(session['expiresAt']),
  }
}
