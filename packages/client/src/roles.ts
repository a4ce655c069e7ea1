import { type Json, type JsonObject, objectAt } from '@telar/metadata'
import { listOf, numberOf, objectOf, textOf } from './parse.ts'
import type { Send } from './send.ts'

/** A role of the definition with those who have it. */
export interface RoleSummary {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly description: string
  readonly path: string
  readonly capabilities: readonly string[]
  /** Members and teams to whom it is given. */
  readonly members: readonly string[]
  readonly teams: readonly string[]
  /** Active people who have it, teams included. */
  readonly people: number
}

/** A role as it is written, with the document of labels in the caller's language if there is one. */
export interface RoleSource {
  readonly version: number
  readonly path: string
  readonly document: JsonObject
  readonly translation: { readonly path: string; readonly document: JsonObject } | null
}

export interface Roles {
  readonly list: () => Promise<readonly RoleSummary[]>
  readonly read: (name: string) => Promise<RoleSource>
}

export const createRoles = (send: Send, root: string): Roles => ({
  list: async () => listOf(objectOf(await send({ path: `${root}/roles` }))['roles']).map(roleOf),
  read: async (name) => {
    const answer = objectOf(await send({ path: `${root}/roles/${encodeURIComponent(name)}` }))
    const translation = objectOf(answer['translation'])
    const labels = objectAt(translation, 'document')
    return {
      version: numberOf(answer['version']),
      path: textOf(answer['path']),
      document: objectOf(answer['document']),
      translation: labels === undefined ? null : { path: textOf(translation['path']), document: labels },
    }
  },
})

const roleOf = (value: Json): RoleSummary => {
  const role = objectOf(value)
  return {
    id: textOf(role['id']),
    name: textOf(role['name']),
    title: textOf(role['title']),
    description: textOf(role['description']),
    path: textOf(role['path']),
    capabilities: listOf(role['capabilities']).map(textOf),
    members: listOf(role['members']).map(textOf),
    teams: listOf(role['teams']).map(textOf),
    people: numberOf(role['people']),
  }
}
