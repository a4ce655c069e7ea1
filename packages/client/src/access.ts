import { actions, type Json, type ModuleRights } from '@telar/metadata'
import { listOf, objectOf, textOf, textOrNull } from './parse.ts'
import type { Send } from './send.ts'

/** Why somebody may or may not do something: in general, with one record, with one field. */
export interface AccessQuestion {
  /** A member; the caller himself if nobody is named. */
  readonly user?: string | undefined
  readonly module: string
  readonly action: string
  readonly record?: string | undefined
  readonly field?: string | undefined
}

/** What one role says of it, in the caller's language; `role` is null for what is said where no role is. */
export interface AccessReason {
  readonly role: string | null
  readonly title: string | null
  /** Teams through which the person has the role; empty = the person has it. */
  readonly through: readonly string[]
  readonly scope: string | null
  readonly allows: boolean
  readonly text: string
}

export interface AccessAnswer {
  readonly user: { readonly id: string; readonly name: string }
  readonly allowed: boolean
  /** Whether it is the right to see that is missing. */
  readonly needs: string | null
  readonly because: readonly AccessReason[]
}

/** Somebody who may act on a record, and through what. */
export interface AccessHolder {
  readonly id: string
  readonly name: string
  readonly isAdministrator: boolean
  readonly because: readonly AccessReason[]
}

export interface AccessHolders {
  readonly people: readonly AccessHolder[]
  /** Whether there are more people than one answer looks at. */
  readonly more: boolean
}

/** What the caller may do with one record. */
export interface RecordRights {
  readonly rights: ModuleRights
  /** Fields that he may not write on it. */
  readonly locked: readonly string[]
}

/** Rights, explained by the code that enforces them. */
export interface AccessExplanations {
  readonly explain: (question: AccessQuestion) => Promise<AccessAnswer>
  readonly rights: (module: string, record: string) => Promise<RecordRights>
  readonly who: (question: Pick<AccessQuestion, 'module' | 'action' | 'record'>) => Promise<AccessHolders>
}

export const createAccess = (send: Send, root: string): AccessExplanations => ({
  explain: async ({ user, module, action, record, field }) => {
    const answer = objectOf(
      await send({ path: `${root}/access/explain`, query: { user, module, action, record, field } }),
    )
    const who = objectOf(answer['user'])
    return {
      user: { id: textOf(who['id']), name: textOf(who['name']) },
      allowed: answer['allowed'] === true,
      needs: textOrNull(answer['needs']),
      because: listOf(answer['because']).map(reasonOf),
    }
  },
  rights: async (module, record) => {
    const answer = objectOf(await send({ path: `${root}/access/rights`, query: { module, record } }))
    const said = objectOf(answer['rights'])
    return {
      // oxlint-disable-next-line no-unsafe-type-assertion -- made of the list of actions itself
      rights: Object.fromEntries(actions.map((action) => [action, said[action] === true])) as ModuleRights,
      locked: listOf(answer['locked']).map(textOf),
    }
  },
  who: async ({ module, action, record }) => {
    const answer = objectOf(await send({ path: `${root}/access/who`, query: { module, action, record } }))
    return { people: listOf(answer['people']).map(holderOf), more: answer['more'] === true }
  },
})

const holderOf = (value: Json): AccessHolder => {
  const holder = objectOf(value)
  return {
    id: textOf(holder['id']),
    name: textOf(holder['name']),
    isAdministrator: holder['isAdministrator'] === true,
    because: listOf(holder['because']).map(reasonOf),
  }
}

const reasonOf = (value: Json): AccessReason => {
  const reason = objectOf(value)
  return {
    role: textOrNull(reason['role']),
    title: textOrNull(reason['title']),
    through: listOf(reason['through']).map(textOf),
    scope: textOrNull(reason['scope']),
    allows: reason['allows'] === true,
    text: textOf(reason['text']),
  }
}
