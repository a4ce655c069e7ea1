import { TelarError } from '../errors.ts'
import { type Administration, placeOf } from './administration.ts'
import { requireNoMore } from './capabilities-of.ts'
import { loadDirectory } from './directory.ts'
import { requireCapability } from './require-capability.ts'
import { memberOf } from './update-user.ts'

/** Signs somebody out everywhere. */
export const endUserSessions = async (administration: Administration, id: string): Promise<void> => {
  const userId = await cared(administration, id)
  await administration.auth.endSessions(userId, administration.signIn)
}

/** A link with which somebody chooses a new password, to be handed over. */
export const resetLinkOf = async (administration: Administration, id: string) => {
  const userId = await cared(administration, id)
  return administration.auth.passwordReset.linkFor({ id: userId }, administration.signIn)
}

/** The sign-in of somebody who may not do more than the one who asks: the link would be a way to become him. */
const cared = async (administration: Administration, id: string): Promise<string> => {
  const { caller } = administration
  requireCapability(caller.access, 'manageUsers')
  const directory = await loadDirectory(placeOf(administration))
  const member = memberOf({ directory }, id)
  requireNoMore(caller.access, { model: caller.snapshot.model, directory, member })
  if (member.userId === undefined) throw new TelarError('USER_UNKNOWN')
  return member.userId
}
