import type { Model } from '@telar/metadata'
import { type Directory, type DirectoryMember, teamRolesOf } from './directory.ts'

/** Somebody of the workspace, as those who manage people see them. */
export interface UserView {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly active: boolean
  readonly isAdministrator: boolean
  /** Was invited and has not come yet. */
  readonly isInvited: boolean
  readonly canSignIn: boolean
  readonly isYou: boolean
  /** Names of the roles given to the person. */
  readonly roles: readonly string[]
  /** Names of the roles that come through teams. */
  readonly teamRoles: readonly string[]
  /** Ids of roles that this version does not know. */
  readonly unknownRoles: readonly string[]
  /** Ids, the main team first. */
  readonly teams: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly lastSeenAt: string | null
}

export interface Onlooker {
  readonly model: Model
  readonly you: string
}

export const userView = ({ model, you }: Onlooker, directory: Directory, member: DirectoryMember): UserView => {
  const { id, name, email, isActive, isAdministrator, canSignIn, userId, teams, attributes, lastSeenAt } = member
  return {
    id,
    name,
    email,
    active: isActive,
    isAdministrator,
    isInvited: userId !== undefined && !canSignIn && isActive,
    canSignIn,
    isYou: id === you,
    roles: roleNames(model, member.roles),
    teamRoles: roleNames(model, [...teamRolesOf(directory, member)]),
    unknownRoles: unknownRoles(model, member.roles),
    teams,
    attributes,
    lastSeenAt,
  }
}

/** Names of those roles that the definition knows, in its order. */
export const roleNames = (model: Model, ids: readonly string[]): readonly string[] =>
  [...model.roles.values()].flatMap((role) => (ids.includes(role.id) ? [role.name] : []))

export const unknownRoles = (model: Model, ids: readonly string[]): readonly string[] => {
  const known = new Set([...model.roles.values()].map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}
