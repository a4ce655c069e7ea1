import type { Json, JsonObject } from '@telar/metadata'
import { listOf, objectOf, textOf, textOrNull } from './parse.ts'
import type { Send } from './send.ts'

export interface AuditQuery {
  readonly acts?: readonly string[]
  /** Id of a member. */
  readonly actor?: string
  /** Instants; `to` is not part of it. */
  readonly from?: string
  readonly to?: string
  /** Where the page before ended. */
  readonly before?: string
  readonly limit?: number
}

/** What somebody did around rights, people and signing in. */
export interface AuditEntry {
  readonly id: string
  readonly at: string
  readonly act: string
  /** The act in the reader's language. */
  readonly title: string
  /** Null where nobody was signed in, or Telar itself did it. */
  readonly actor: { readonly id: string; readonly name: string } | null
  /** Whom an act around signing in was about, when it was somebody of the workspace. */
  readonly about: { readonly id: string; readonly name: string } | null
  readonly detail: JsonObject
  readonly address: string | null
  readonly device: string | null
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  readonly next: string | null
  /** Every act there is, to choose from. */
  readonly acts: readonly { readonly act: string; readonly title: string }[]
}

/** Newest first. */
export type ReadAudit = (query?: AuditQuery) => Promise<AuditPage>

export const createAudit =
  (send: Send, root: string): ReadAudit =>
  async ({ acts, actor, from, to, before, limit } = {}) => {
    const query = {
      act: acts === undefined || acts.length === 0 ? undefined : acts.join(','),
      actor,
      from,
      to,
      before,
      limit: limit === undefined ? undefined : String(limit),
    }
    const answer = objectOf(await send({ path: `${root}/audit`, query }))
    return {
      entries: listOf(answer['entries']).map(entryOf),
      next: textOrNull(answer['next']),
      acts: listOf(answer['acts']).map((value) => ({
        act: textOf(objectOf(value)['act']),
        title: textOf(objectOf(value)['title']),
      })),
    }
  }

const entryOf = (value: Json): AuditEntry => {
  const entry = objectOf(value)
  return {
    id: textOf(entry['id']),
    at: textOf(entry['at']),
    act: textOf(entry['act']),
    title: textOf(entry['title']),
    actor: namedOf(entry['actor']),
    about: namedOf(entry['about']),
    detail: objectOf(entry['detail']),
    address: textOrNull(entry['address']),
    device: textOrNull(entry['device']),
  }
}

const namedOf = (value: unknown): AuditEntry['actor'] => {
  const named = objectOf(value)
  return typeof named['id'] === 'string' ? { id: named['id'], name: textOf(named['name']) } : null
}
