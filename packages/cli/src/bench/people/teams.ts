/** How many teams and people there are. */
export const teams = 200
export const people = 1000

/** Teams and people that have the records which no chosen person has; primes, as in `scopes.ts`. */
export const otherTeams = { from: 40, count: 157 } as const
export const otherPeople = { from: 6, count: 991 } as const

/** The tree: one team above all, 20 teams below the fourth, two below the fifth, the rest two levels down. */
export const parentOf = (team: number): number | undefined => {
  if (team === 0) return undefined
  if (team === 6 || team === 7) return 5
  if (team < 20) return 0
  if (team < 24) return 4
  return team < 40 ? 20 + (team % 4) : 8 + (team % 12)
}

const isWithin = (team: number, above: number): boolean => {
  const parent = parentOf(team)
  return team === above || (parent !== undefined && isWithin(parent, above))
}

/** A team and all those below it. */
export const withTeamsBelow = (team: number): readonly number[] =>
  Array.from({ length: teams }, (_one, number) => number).filter((one) => isWithin(one, team))
