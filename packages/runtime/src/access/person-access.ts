import { type Access, accessOf, type HeldRole, type Principal } from '@telar/metadata'
import type { Caller } from '../operations/caller.ts'
import { type Directory, type DirectoryMember, teamsAbove } from './directory.ts'

/** Somebody else as the one who asks, from what is known of everybody. */
export const principalOfMember = (directory: Directory, member: DirectoryMember, timeZone: string): Principal => {
  const above = [...new Set(member.teams.flatMap((team) => teamsAbove(directory.teams, team)))]
  const mine = new Set(member.teams)
  const below = [...directory.teams.keys()].filter((id) =>
    teamsAbove(directory.teams, id).some((team) => mine.has(team.id)),
  )
  const roles: readonly HeldRole[] = [
    ...member.roles.map((role) => ({ role, through: undefined })),
    ...above.flatMap(({ roles: given, name }) => given.map((role) => ({ role, through: name }))),
  ]
  return {
    id: member.id,
    name: member.name,
    email: member.email,
    administrator: member.isAdministrator,
    timeZone,
    firstDayOfWeek: 1,
    roles,
    teams: member.teams,
    teamsBelow: below,
    teamsAbove: above.map(({ id, key, name }) => ({ id, key, name })),
    attributes: member.attributes,
  }
}

/** What somebody else may do under the caller's version. */
export const personAccess = (
  caller: Pick<Caller, 'snapshot' | 'now'>,
  directory: Directory,
  member: DirectoryMember,
): Access =>
  accessOf({
    model: caller.snapshot.model,
    principal: principalOfMember(directory, member, caller.snapshot.model.app.timeZone),
    now: caller.now().toISOString(),
  })
