import { type Language, problem } from '@telar/metadata'
import { rows, run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type Administration, placeOf } from './administration.ts'
import { requireNoMore } from './capabilities-of.ts'
import { changeRights } from './change-rights.ts'
import { type DirectoryMember, loadDirectory, teamRolesOf } from './directory.ts'
import { requireCapability } from './require-capability.ts'
import { applyChange, requireKnown, type UserChange } from './update-user.ts'
import { roleNames, type UserView } from './user-view.ts'

export interface Invitation extends Omit<UserChange, 'active'> {
  readonly email: string
  readonly name: string
  readonly language: Language
}

export interface InvitedUser {
  readonly user: UserView
  readonly mailed: boolean
  readonly expiresAt: string
  /** To be handed over; only where no mail went out. */
  readonly link?: string
}

/** Makes somebody who can sign in by a link, with roles and teams, as one act: all of it or nothing. */
export const inviteUser = async (
  administration: Administration,
  { email, name, language, ...given }: Invitation,
): Promise<InvitedUser> => {
  const { auth, signIn } = administration
  const known = await invitable(administration, email, given)
  const wasInvited = (await auth.invitations.list()).some((one) => one.email === email.toLowerCase())
  const { userId, ...sent } = await auth.invitations.invite({ email, name, language }, signIn)
  try {
    if (known?.userId === undefined && known !== undefined) await giveSignIn(administration, known, userId)
    const user = await changeRights(administration, async (changing) => {
      const member = changing.directory.members.values().find((one) => one.userId === userId)
      if (member === undefined) throw new TelarError('USER_UNKNOWN')
      const { after, view } = await applyChange(changing, member, { ...given, active: true })
      return {
        result: view,
        audit: { act: 'user-invited', detail: { user: { id: member.id, name: member.name }, after } },
      }
    })
    return {
      user,
      mailed: sent.mailed,
      expiresAt: sent.expiresAt,
      ...(sent.link === undefined ? {} : { link: sent.link }),
    }
  } catch (error) {
    if (!wasInvited) await takeBack(administration, userId)
    throw error
  }
}

/**
 * Refuses what would be refused after the mail went out. Gives whoever was invited before, or whose records came before
 * them; not for those who may do more than the one who asks.
 */
const invitable = async (
  administration: Administration,
  email: string,
  change: UserChange,
): Promise<DirectoryMember | undefined> => {
  const { caller } = administration
  const { access } = caller
  requireCapability(access, 'manageUsers')
  const directory = await loadDirectory(placeOf(administration))
  requireKnown({ caller, directory }, change)
  const { roles = [], teams = [] } = change
  if (roles.length > 0 || teamRolesOf(directory, { teams }).size > 0) requireCapability(access, 'manageRoles')
  const same = [...directory.members.values()].filter((one) => one.email.toLowerCase() === email.toLowerCase())
  const member = same.find(({ userId }) => userId !== undefined) ?? same[0]
  if (member !== undefined) requireNoMore(access, { model: caller.snapshot.model, directory, member })
  return member
}

const giveSignIn = (administration: Administration, member: DirectoryMember, userId: string): Promise<number> => {
  const { database, schema } = placeOf(administration)
  return run(
    database,
    sql`update ${ident(schema, 'member')} set user_id = ${userId}::uuid where id = ${member.id}::uuid and user_id is null`,
  )
}

const takeBack = async (administration: Administration, userId: string): Promise<void> => {
  const { database, schema } = placeOf(administration)
  await administration.auth.invitations.revoke(userId, administration.signIn)
  await run(database, sql`update ${ident(schema, 'member')} set user_id = null where user_id = ${userId}::uuid`)
}

/** Everybody who was invited and has not come yet. */
export const listInvitations = async (administration: Administration) => {
  const { caller, auth } = administration
  requireCapability(caller.access, 'manageUsers')
  const directory = await loadDirectory(placeOf(administration))
  const members = new Map([...directory.members.values()].map((member) => [member.userId, member]))
  const open = await auth.invitations.list()
  return open.flatMap(({ userId, ...invitation }) => {
    const member = members.get(userId)
    return member === undefined
      ? []
      : [
          {
            id: member.id,
            ...invitation,
            roles: roleNames(caller.snapshot.model, member.roles),
            teams: member.teams,
          },
        ]
  })
}

/** A new link; the one before is worth nothing any more. */
export const renewInvitation = async (administration: Administration, id: string) => {
  const { userId } = await invitedMember(administration, id)
  const { mailed, expiresAt, link } = await administration.auth.invitations.renew(userId, administration.signIn)
  return { mailed, expiresAt, ...(link === undefined ? {} : { link }) }
}

/** Takes an invitation back. The person stays, inactive and without rights, for the records that name them. */
export const revokeInvitation = async (administration: Administration, id: string): Promise<void> => {
  const { userId, member } = await invitedMember(administration, id)
  await administration.auth.invitations.revoke(userId, administration.signIn)
  await changeRights(administration, async (changing) => {
    const { database, schema } = placeOf(changing)
    const [found] = await rows(database, sql`select 1 from telar."user" where id::text = ${userId}`)
    // Somebody who came in meanwhile keeps the sign-in; only the invitation is gone.
    if (found !== undefined) return { result: undefined }
    await run(database, sql`delete from ${ident(schema, 'role_assignment')} where member = ${id}::uuid`)
    await run(database, sql`delete from ${ident(schema, 'team_member')} where member = ${id}::uuid`)
    await run(
      database,
      sql`update ${ident(schema, 'member')} set active = false, user_id = null where id = ${id}::uuid`,
    )
    return {
      result: undefined,
      audit: { act: 'user-invitation-revoked', detail: { user: { id, name: member.name } } },
    }
  })
}

const invitedMember = async (administration: Administration, id: string) => {
  const { caller } = administration
  requireCapability(caller.access, 'manageUsers')
  const directory = await loadDirectory(placeOf(administration))
  const member = directory.members.get(id)
  if (member === undefined) throw new TelarError('USER_UNKNOWN')
  requireNoMore(caller.access, { model: caller.snapshot.model, directory, member })
  const { userId } = member
  if (userId === undefined || member.canSignIn) throw new TelarError('INVALID', { issues: [problem('NOT_INVITED')] })
  return { member, userId }
}
