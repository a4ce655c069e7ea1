import type { TeamNode } from '@telar/client'

/** Teams to choose from; a team below another one is named with the way to it. */
export const teamOptions = (teams: readonly TeamNode[]): { readonly value: string; readonly label: string }[] =>
  teams.map((team) => ({ value: team.id, label: pathTo(teams, team) }))

const pathTo = (teams: readonly TeamNode[], team: TeamNode): string => {
  const parent = teams.find(({ id }) => id === team.parent)
  return parent === undefined ? team.name : `${pathTo(teams, parent)} › ${team.name}`
}

/** A team and all below it: where it cannot be moved to. */
export const withAllBelow = (teams: readonly TeamNode[], id: string): ReadonlySet<string> => {
  const found = new Set([id])
  // A team stands behind the one above it.
  for (const team of teams) if (team.parent !== null && found.has(team.parent)) found.add(team.id)
  return found
}

/** The roles that come with teams: a team has those of the teams above it too. */
export const rolesThrough = (teams: readonly TeamNode[], ids: readonly string[]): readonly string[] =>
  teams
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ roles, parent }) => [...roles, ...(parent === null ? [] : rolesThrough(teams, [parent]))])
