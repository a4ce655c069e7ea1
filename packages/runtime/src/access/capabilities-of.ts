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

interface Somebody {
  readonly model: Model
  readonly directory: Directory
  readonly member: DirectoryMember
}

/** Refuses to act for somebody who may do more than the one who asks: it would be a way to get those rights. */
export const requireNoMore = (access: Pick<Access, 'principal' | 'can'>, somebody: Somebody): void => {
  requireNoMoreCapabilities(access, somebody)
  const { directory, member } = somebody
  const own = new Set(access.principal.roles.map(({ role }) => role))
  const isMore = [...rolesOfMember(directory, member)].some((role) => !own.has(role))
  if (isMore && member.id !== access.principal.id && !access.can('manageRoles')) throw moreRights(member)
}

/** The same for looking on only: what the other's roles show is what impersonating is for. */
export const requireNoMoreCapabilities = (
  access: Pick<Access, 'principal' | 'can'>,
  { model, directory, member }: Somebody,
): void => {
  const held = capabilitiesOf(model, directory, member)
  if (hasMore({ administrator: member.isAdministrator, can: (name) => held.has(name) }, access))
    throw moreRights(member)
}

const moreRights = ({ name }: DirectoryMember): TelarError => new TelarError('MORE_RIGHTS', { params: { name } })
