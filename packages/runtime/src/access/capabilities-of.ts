import { type Access, type Capability, capabilityNames, type Model } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import { type Directory, type DirectoryMember, rolesOfMember } from './directory.ts'

/** What somebody may do besides work on records. */
export const capabilitiesOf = (
  model: Model,
  directory: Directory,
  member: DirectoryMember,
): ReadonlySet<Capability> => {
  if (member.isAdministrator) return new Set(capabilityNames)
  const roles = rolesOfMember(directory, member)
  return new Set([...model.roles.values()].flatMap((role) => (roles.has(role.id) ? role.capabilities : [])))
}

/** Whether somebody has a capability that another has not; nobody has more than the administrator of the server. */
export const hasMore = (
  one: { readonly administrator: boolean; readonly can: (capability: Capability) => boolean },
  other: Pick<Access, 'principal' | 'can'>,
): boolean =>
  !other.principal.administrator &&
  (one.administrator || capabilityNames.some((name) => one.can(name) && !other.can(name)))

/** Refuses to act for somebody who may do more than the one who asks: it would be a way to get those rights. */
export const requireNoMore = (
  access: Pick<Access, 'principal' | 'can'>,
  {
    model,
    directory,
    member,
  }: { readonly model: Model; readonly directory: Directory; readonly member: DirectoryMember },
): void => {
  const held = capabilitiesOf(model, directory, member)
  if (hasMore({ administrator: member.isAdministrator, can: (name) => held.has(name) }, access))
    throw new TelarError('MORE_RIGHTS', { params: { name: member.name } })
}
