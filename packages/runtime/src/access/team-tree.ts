import { type Issue, problem } from '@telar/metadata'
import { teamsAbove } from './directory.ts'
import { deepestTeam } from './load-person.ts'
import type { Team } from './teams.ts'

type Teams<One extends Team = Team> = ReadonlyMap<string, One>

/** Parents before their children, brothers as they come; each with how deep it lies. */
export const inTreeOrder = <One extends Team>(
  teams: Teams<One>,
): readonly { readonly team: One; readonly depth: number }[] => {
  const children = Map.groupBy(teams.values(), ({ parent }) => parent ?? '')
  const below = (parent: string, depth: number): readonly { readonly team: One; readonly depth: number }[] =>
    (children.get(parent) ?? []).flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)])
  return below('', 0)
}

/** A team and all those below it. */
export const teamsBelow = (teams: Teams, id: string): ReadonlySet<string> => {
  const found = new Set<string>([id])
  for (const one of found) for (const { id: child, parent } of teams.values()) if (parent === one) found.add(child)
  return found
}

/** What is wrong with putting a team (a new one: no id) below another. */
export const checkParent = (teams: Teams, id: string | undefined, parent: string | null): readonly Issue[] => {
  if (parent === null) return []
  if (!teams.has(parent)) return [problem('TEAM_MISSING', { pointer: '/parent' })]
  const moved = id === undefined ? new Set<string>() : teamsBelow(teams, id)
  if (moved.has(parent)) return [problem('TEAM_CYCLE', { pointer: '/parent' })]
  const height = id === undefined ? 1 : heightOf(teams, id, moved)
  return teamsAbove(teams, parent).length + height > deepestTeam
    ? [problem('TEAM_TOO_DEEP', { pointer: '/parent', params: { limit: deepestTeam } })]
    : []
}

/** Levels of a team with what is below it. */
const heightOf = (teams: Teams, id: string, below: ReadonlySet<string>): number => {
  const own = teamsAbove(teams, id).length
  return Math.max(...[...below].map((one) => teamsAbove(teams, one).length)) - own + 1
}

const keyLength = 60

/** A key made of a name that no other team has: `Ventas Norte` → `ventas-norte`. */
export const keyFrom = (name: string, teams: Iterable<Team>): string => {
  const taken = new Set([...teams].map(({ key }) => key))
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, keyLength - 6)
  const base = plain === '' ? 'team' : plain
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${String(number)}`
    if (!taken.has(key)) return key
  }
}
