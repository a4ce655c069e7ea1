import type { Json } from '@telar/metadata'
import { listOf, numberOf, objectOf, textOf, textOrNull } from './parse.ts'
import type { Send } from './send.ts'

/** A team in its place in the tree. */
export interface TeamNode {
  readonly id: string
  /** What sharing rules call it. */
  readonly key: string
  readonly name: string
  readonly parent: string | null
  /** 0 = no team above it. */
  readonly depth: number
  /** Ids; empty for those who do not manage people or roles, as are the roles. */
  readonly members: readonly string[]
  /** Names of the roles that everybody in it has. */
  readonly roles: readonly string[]
}

export interface TeamChange {
  readonly name?: string
  readonly parent?: string | null
  readonly members?: readonly string[]
  readonly roles?: readonly string[]
}

export interface Teams {
  /** In the order of the tree: a team stands before those below it. */
  readonly list: () => Promise<readonly TeamNode[]>
  readonly create: (team: TeamChange & { readonly name: string }) => Promise<TeamNode>
  readonly update: (id: string, change: TeamChange) => Promise<TeamNode>
  /** A team with records or teams below it goes only if another one takes them. */
  readonly remove: (id: string, moveTo?: string) => Promise<{ readonly records: number; readonly teams: number }>
}

export const createTeams = (send: Send, root: string): Teams => {
  const path = `${root}/teams`
  const of = (id: string) => `${path}/${encodeURIComponent(id)}`
  return {
    list: async () => listOf(objectOf(await send({ path }))['teams']).map(teamOf),
    create: async (team) => teamOf(objectOf(await send({ method: 'POST', path, body: { ...team } }))['team'] ?? null),
    update: async (id, change) =>
      teamOf(objectOf(await send({ method: 'PATCH', path: of(id), body: { ...change } }))['team'] ?? null),
    remove: async (id, moveTo) => {
      const answer = objectOf(await send({ method: 'DELETE', path: of(id), query: { moveTo } }))
      return { records: numberOf(answer['records']), teams: numberOf(answer['teams']) }
    },
  }
}

const teamOf = (value: Json): TeamNode => {
  const team = objectOf(value)
  return {
    id: textOf(team['id']),
    key: textOf(team['key']),
    name: textOf(team['name']),
    parent: textOrNull(team['parent']),
    depth: numberOf(team['depth']),
    members: listOf(team['members']).map(textOf),
    roles: listOf(team['roles']).map(textOf),
  }
}
