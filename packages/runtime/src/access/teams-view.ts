import type { Model } from '@telar/metadata'
import type { Caller } from '../operations/caller.ts'
import { placeOf } from './administration.ts'
import { type Directory, type DirectoryTeam, loadDirectory, teamsAbove } from './directory.ts'
import { inTreeOrder } from './team-tree.ts'
import { roleNames, unknownRoles } from './user-view.ts'

export interface TeamView {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly parent: string | null
  /** 0 = no team above it. */
  readonly depth: number
  /** Ids; this and what follows only for those who manage people or roles. */
  readonly members?: readonly string[]
  readonly roles?: readonly string[]
  readonly unknownRoles?: readonly string[]
}

/** Every team in the order of the tree: names for everybody, people and roles for those who manage them. */
export const listTeamTree = async (caller: Caller): Promise<readonly TeamView[]> => {
  const { teams } = await loadDirectory(placeOf({ caller }))
  const isManager = caller.access.can('manageUsers') || caller.access.can('manageRoles')
  return inTreeOrder(teams).map(({ team, depth }) =>
    isManager ? wholeView(caller.snapshot.model, team, depth) : plainView(team, depth),
  )
}

export const teamView = (model: Model, { teams }: Directory, id: string): TeamView | undefined => {
  const team = teams.get(id)
  return team === undefined ? undefined : wholeView(model, team, teamsAbove(teams, id).length - 1)
}

const plainView = ({ id, key, name, parent }: DirectoryTeam, depth: number): TeamView => ({
  id,
  key,
  name,
  parent,
  depth,
})

const wholeView = (model: Model, team: DirectoryTeam, depth: number): TeamView => ({
  ...plainView(team, depth),
  members: team.members,
  roles: roleNames(model, team.roles),
  unknownRoles: unknownRoles(model, team.roles),
})
