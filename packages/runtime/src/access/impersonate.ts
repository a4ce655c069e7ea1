import { type Access, problem } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import { type Administration, placeOf } from './administration.ts'
import { requireNoMoreCapabilities } from './capabilities-of.ts'
import { auditAct } from './change-rights.ts'
import { type DirectoryMember, loadDirectory } from './directory.ts'
import { requireCapability } from './require-capability.ts'

/** Lets the caller look at the application as somebody else: audited, and never as somebody who may do more. */
export const startImpersonation = async (
  administration: Administration,
  { user, until }: { readonly user: string; readonly until: number },
): Promise<Pick<DirectoryMember, 'id' | 'name'>> => {
  const { caller } = administration
  requireCapability(caller.access, 'impersonate')
  const directory = await loadDirectory(placeOf(administration))
  const refuse = (code: string): never => {
    throw new TelarError('INVALID', { issues: [problem(code, { pointer: '/user' })] })
  }
  const member = directory.members.get(user)
  if (member === undefined) return refuse('USER_MISSING')
  if (user === caller.principal.id) refuse('SAME_PERSON')
  if (!member.isActive) refuse('USER_INACTIVE')
  requireNoMoreCapabilities(caller.access, { model: caller.snapshot.model, directory, member })
  const { id, name } = member
  const detail = { user: { id, name }, until: new Date(until).toISOString() }
  await auditAct(administration, { act: 'impersonation-started', detail })
  return { id, name }
}

/** Notes that it is over; `as` is who it was. */
export const endImpersonation = (administration: Administration, as: Pick<Access, 'principal'>): Promise<void> => {
  const { id, name } = as.principal
  return auditAct(administration, { act: 'impersonation-ended', detail: { user: { id, name } } })
}
