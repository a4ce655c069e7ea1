import { type Access, accessOf, type HeldRole } from '@telar/metadata'
import type { Caller } from '../operations/caller.ts'
import { principalOf } from './access-cache.ts'
import { type Directory, type DirectoryMember, teamsAbove } from './directory.ts'

/** What somebody else may do, from what is known of everybody. */
export const personAccess = (
  caller: Pick<Caller, 'snapshot' | 'now'>,
  directory: Directory,
  member: DirectoryMember,
): Access => {
  const above = [...new Set(member.teams.flatMap((team) => teamsAbove(directory.teams, team)))]
  const mine = new Set(member.teams)
  const below = [...directory.teams.keys()].filter((id) =>
    teamsAbove(directory.teams, id).some((team) => mine.has(team.id)),
  )
  const roles: readonly HeldRole[] = [
    ...member.roles.map((role) => ({ role, through: undefined })),
    ...above.flatMap(({ roles: given, name }) => given.map((role) => ({ role, through: name }))),
  ]
  const person = {
    id: member.id,
    name: member.name,
    email: member.email,
    isActive: member.isActive,
    roles,
    teams: member.teams,
    teamsBelow: below,
    teamsAbove: above.map(({ id, key, name }) => ({ id, key, name })),
    attributes: member.attributes,
  }
  return accessOf({
    model: caller.snapshot.model,
    principal: principalOf(person, caller.snapshot, member.isAdministrator),
    now: caller.now().toISOString(),
  })
}
