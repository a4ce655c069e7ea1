import type { JsonObject } from '@telar/metadata'
import { appendAudit } from '../audit/append-audit.ts'
import { inTransaction } from '../operations/in-transaction.ts'
import { type Administration, placeOf } from './administration.ts'
import { admitEverybody, type Directory, type DirectoryMember, loadDirectory, rolesOfMember } from './directory.ts'
import { lockRights, requireManagers } from './managers.ts'
import { principalOfMember } from './person-access.ts'
import { requireCapability } from './require-capability.ts'

/** Inside the transaction of an act: people and teams as they are before it. */
export interface Changing extends Administration {
  readonly directory: Directory
}

/** What an act did; audited unless it changed nothing. */
export interface Done<Result> {
  readonly result: Result
  readonly audit?: { readonly act: string; readonly detail: JsonObject }
}

/**
 * Every change of who may do what goes through here. It is compared with what was before: nobody gets a role from
 * somebody who may not give any, somebody who manages people and roles is always left, and nobody shuts himself out.
 * Who lost rights is signed out.
 */
export const changeRights = async <Result>(
  administration: Administration,
  act: (changing: Changing) => Promise<Done<Result>>,
): Promise<Result> => {
  const { caller, auth, signIn, forget } = administration
  const done = await inTransaction(caller, async (inside) => {
    const here = { ...administration, caller: inside }
    const place = placeOf(here)
    await lockRights(place.database, place.schema)
    await admitEverybody(place, inside.newId)
    const before = await loadDirectory(place)
    const { result, audit } = await act({ ...here, directory: before })
    const after = await loadDirectory(place)
    const { model } = caller.snapshot
    requireManagers({ model, directory: before }, { model, directory: after }, caller.principal.id)
    if (gained(before, after) || reachesFurther(before, after, caller.principal.id))
      requireCapability(inside.access, 'manageRoles')
    if (audit !== undefined) await auditAct(here, audit)
    return { result, losers: losers(before, after) }
  })
  forget()
  for (const { id, userId, canSignIn } of done.losers) {
    // Who gives up a right of his own need not sign in again for it.
    if (userId !== undefined && canSignIn && id !== caller.principal.id) await auth.endSessions(userId, signIn)
  }
  return done.result
}

/** A line in the audit of the workspace, in the transaction of the act. */
export const auditAct = (
  { caller, doer }: Pick<Administration, 'caller' | 'doer'>,
  { act, detail }: { readonly act: string; readonly detail: JsonObject },
): Promise<void> => appendAudit(caller.database, { ...doer, workspace: caller.snapshot.workspace.id, act, detail })

/** Whether somebody has a role now that he had not before. */
const gained = (before: Directory, after: Directory): boolean =>
  after.members.values().some((member) => {
    const was = before.members.get(member.id)
    const had = was === undefined ? new Set<string>() : rolesOfMember(before, was)
    return [...rolesOfMember(after, member)].some((role) => !had.has(role))
  })

/** Whether somebody is in, above or below more teams than before: scopes and shares follow them. */
const reachesFurther = (before: Directory, after: Directory, id: string): boolean => {
  const reach = (directory: Directory): readonly string[] => {
    const member = directory.members.get(id)
    if (member === undefined) return []
    const { teams, teamsAbove, teamsBelow } = principalOfMember(directory, member, 'UTC')
    return [
      ...teams.map((team) => `in ${team}`),
      ...teamsAbove.map((team) => `above ${team.id}`),
      // A team that is made below an own one holds nothing yet.
      ...teamsBelow.filter((team) => before.teams.has(team)).map((team) => `below ${team}`),
    ]
  }
  const had = new Set(reach(before))
  return reach(after).some((one) => !had.has(one))
}

/** People who may do less than before. */
const losers = (before: Directory, after: Directory): readonly DirectoryMember[] =>
  [...before.members.values()].filter((was) => {
    const is = after.members.get(was.id)
    if (is === undefined) return true
    const has = rolesOfMember(after, is)
    return (
      (was.isActive && !is.isActive) ||
      [...rolesOfMember(before, was)].some((role) => !has.has(role)) ||
      was.teams.some((team) => !is.teams.includes(team))
    )
  })
