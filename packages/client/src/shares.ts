import type { Json } from '@telar/metadata'
import { listOf, objectOf, textOf } from './parse.ts'
import type { Send } from './send.ts'

/** A record that was given to a person or a team besides what roles say. */
export interface Share {
  readonly id: string
  readonly level: 'read' | 'write'
  readonly user: Named | null
  readonly team: Named | null
  readonly by: Named | null
  readonly at: string
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Who gets it, one of both, and what they may do. */
export interface ShareRequest {
  readonly user?: string
  readonly team?: string
  readonly level: Share['level']
}

export interface Shares {
  readonly list: () => Promise<readonly Share[]>
  readonly add: (request: ShareRequest) => Promise<Share>
  readonly remove: (share: string) => Promise<void>
}

/** With whom one record is shared. */
export const createShares = (send: Send, root: string): Shares => ({
  list: async () => listOf(objectOf(await send({ path: root }))['shares']).map(shareOf),
  add: async (request) => shareOf(objectOf(await send({ method: 'POST', path: root, body: { ...request } }))['share']),
  remove: async (share) => {
    await send({ method: 'DELETE', path: `${root}/${encodeURIComponent(share)}` })
  },
})

const shareOf = (value: Json | undefined): Share => {
  const share = objectOf(value)
  return {
    id: textOf(share['id']),
    level: share['level'] === 'write' ? 'write' : 'read',
    user: namedOf(share['user']),
    team: namedOf(share['team']),
    by: namedOf(share['by']),
    at: textOf(share['at']),
  }
}

const namedOf = (value: Json | undefined): Named | null => {
  const named = objectOf(value)
  return typeof named['id'] === 'string' ? { id: named['id'], name: textOf(named['name']) } : null
}
