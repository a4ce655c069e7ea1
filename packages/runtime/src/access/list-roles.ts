import { capabilityNames, localise } from '@telar/metadata'
import type { Caller } from '../operations/caller.ts'
import { placeOf } from './administration.ts'
import { type Directory, loadDirectory, rolesOfMember } from './directory.ts'
import { requireCapability } from './require-capability.ts'
import { unknownRoles } from './user-view.ts'

/** Every role of the definition with who has it, and assignments that this version does not know. */
export const listRoles = async (caller: Caller) => {
  requireCapability(caller.access, 'manageRoles', 'manageUsers')
  const { model } = caller.snapshot
  const directory = await loadDirectory(placeOf({ caller }))
  const say = localise(model, caller.language)
  const people = peopleByRole(directory)
  const held = [...directory.members.values(), ...directory.teams.values()].flatMap(({ roles }) => roles)
  return {
    roles: [...model.roles.values()].map(({ id, name, title, description, capabilities }) => ({
      id,
      name,
      title: say(id, title),
      description: say(`${id}.help`, description),
      path: `roles/${name}.json`,
      capabilities: capabilityNames.filter((one) => capabilities.includes(one)),
      ...holdersOf(directory, id),
      people: people.get(id) ?? 0,
    })),
    unknown: unknownRoles(model, [...new Set(held)]).map((id) => ({ id, ...holdersOf(directory, id) })),
  }
}

const holdersOf = ({ members, teams }: Directory, role: string) => {
  const holding = (all: Iterable<{ readonly id: string; readonly roles: readonly string[] }>): readonly string[] =>
    [...all].flatMap(({ id, roles }) => (roles.includes(role) ? [id] : []))
  return { members: holding(members.values()), teams: holding(teams.values()) }
}

const peopleByRole = (directory: Directory): ReadonlyMap<string, number> => {
  const people = new Map<string, number>()
  for (const member of directory.members.values()) {
    if (!member.isActive) continue
    for (const role of rolesOfMember(directory, member)) people.set(role, (people.get(role) ?? 0) + 1)
  }
  return people
}
