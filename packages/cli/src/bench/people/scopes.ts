import type { Text } from '@telar/metadata'
import type { BenchRole } from './roles.ts'

/** Somebody with three roles who sees a part of the records: mine, nobody's that I made, and my teams'. */
export interface Scope {
  readonly name: string
  /** The part of the records. */
  readonly title: Text
  /** Number of the person among `people`. */
  readonly person: number
  /** Numbers of the teams that the person is in. */
  readonly teams: readonly number[]
  /** Given to the person; everybody has another one through the team above all. */
  readonly roles: readonly BenchRole[]
  /** Given to the person's first team. */
  readonly teamRole?: BenchRole
  /** Whether the scope reaches the teams below. */
  readonly isTree: boolean
  /** The person's places in every round of records. */
  readonly places: Places
  /** Whether amounts are seen in the person's own records alone. */
  readonly hidesAmount?: boolean
}

/** From one number to the next: those the person owns, those of nobody that the person made, those of the teams. */
interface Places {
  readonly from: number
  readonly made: number
  readonly teams: number
  readonly end: number
}

/** Records in a round: a prime, so that the places do not go along with the values of other columns. */
export const round = 9973

const places = (from: number, count: number): Places => ({
  from,
  made: from + Math.ceil(count * 0.3),
  teams: from + Math.ceil(count * 0.4),
  end: from + count,
})

const scopes: readonly Scope[] = [
  {
    name: '0.1 %',
    title: { en: '0.1 %', es: '0,1 %' },
    person: 1,
    teams: [1],
    roles: ['representative'],
    teamRole: 'colleague',
    isTree: false,
    places: places(0, 10),
  },
  {
    name: '1 %',
    title: { en: '1 %', es: '1 %' },
    person: 2,
    teams: [2, 3],
    roles: ['representative'],
    teamRole: 'colleague',
    isTree: false,
    places: places(10, 100),
  },
  {
    name: '10 %',
    title: { en: '10 %', es: '10 %' },
    person: 3,
    teams: [4],
    roles: ['representative'],
    teamRole: 'lead',
    isTree: true,
    places: places(110, 997),
  },
  {
    name: '100 %',
    title: { en: '100 %', es: '100 %' },
    person: 4,
    teams: [0],
    roles: ['representative', 'lead'],
    isTree: true,
    places: places(1107, 300),
  },
]

/** As much as the second of them, but for the amounts. */
export const partlyHidden: Scope = {
  name: '1 % masked',
  title: { en: '1 % with amounts partly hidden', es: '1 % con importes ocultos en parte' },
  person: 5,
  teams: [5],
  roles: ['representative', 'clerk'],
  isTree: true,
  places: places(1407, 100),
  hidesAmount: true,
}

export const allScopes: readonly Scope[] = [...scopes, partlyHidden]
