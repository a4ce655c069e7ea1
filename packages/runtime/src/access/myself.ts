import { capabilityNames, localise, rolesOf } from '@telar/metadata'
import type { Caller } from '../operations/caller.ts'
import { placeOf } from './administration.ts'
import { listTeams } from './teams.ts'

/** Who the caller is here: roles with the teams that they come through, teams, capabilities. */
export const myself = async (caller: Caller) => {
  const { access, principal, snapshot, language } = caller
  const say = localise(snapshot.model, language)
  const teams = new Map((await listTeams(placeOf({ caller }))).map((team) => [team.id, team]))
  return {
    member: { id: principal.id, name: principal.name, email: principal.email },
    administrator: principal.administrator,
    roles: rolesOf(snapshot.model, principal)
      .map(({ role, through }) => ({ id: role.id, name: role.name, title: say(role.id, role.title), through }))
      .toSorted((one, other) => one.title.localeCompare(other.title, language)),
    teams: principal.teams.flatMap((id) => {
      const team = teams.get(id)
      return team === undefined ? [] : [{ id, key: team.key, name: team.name }]
    }),
    attributes: principal.attributes,
    capabilities: capabilityNames.filter(access.can),
  }
}
