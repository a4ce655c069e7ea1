import { objectOf, textOf } from './parse.ts'
import type { Send } from './send.ts'

/** Who looks at the application as somebody else, and how long at most. */
export interface Impersonator {
  readonly id: string
  readonly name: string
  readonly until: string
}

/** Looking at the application as somebody else: everything can be read, nothing changed. */
export interface Impersonation {
  readonly start: (user: string) => Promise<{ readonly until: string }>
  readonly stop: () => Promise<void>
}

export const createImpersonation = (send: Send, root: string): Impersonation => ({
  start: async (user) => ({
    until: textOf(objectOf(await send({ method: 'POST', path: `${root}/impersonation`, body: { user } }))['until']),
  }),
  stop: async () => {
    await send({ method: 'DELETE', path: `${root}/impersonation` })
  },
})
