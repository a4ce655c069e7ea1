import type { Team } from './teams.ts'

export interface Member {
  readonly ref: string
  readonly name: string
  readonly email: string
  /** Where a salesperson sells. */
  readonly territories: readonly string[]
  /** Key of the team. */
  readonly team: Team['key']
  /** Roles besides those of the team. */
  readonly roles: readonly string[]
}

const person = (
  ref: string,
  name: string,
  { team, roles: own = [], territories = [] }: Pick<Member, 'team'> & Partial<Pick<Member, 'roles' | 'territories'>>,
): Member => ({ ref, name, email: `${addressOf(name)}@valdora.example`, territories, team, roles: own })

/** First name and first family name. */
const addressOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(' ')
    .slice(0, 2)
    .join('.')

/** The people of the sample company. */
export const members: readonly Member[] = [
  person('lucia', 'Lucía Ferrer Oms', { team: 'sales', roles: ['sales-manager'] }),
  person('javier', 'Javier Iturbe Zabala', { team: 'north', territories: ['north'] }),
  person('marta', 'Marta Vidal Puig', { team: 'north', territories: ['northeast'] }),
  person('alvaro', 'Álvaro Castaño Ríos', { team: 'south', territories: ['centre'] }),
  person('rocio', 'Rocío Peña Morales', { team: 'south', territories: ['south'] }),
  person('begona', 'Begoña Muñoz Alcaraz', { team: 'south', territories: ['east', 'islands'] }),
  person('tiago', 'Tiago Moreira Sá', { team: 'north', territories: ['portugal', 'export'] }),
  person('andres', 'Andrés Quílez Bernad', { team: 'sales', roles: ['administrator'] }),
  person('sofia', 'Sofía Lozano Gascón', { team: 'marketing', roles: ['marketing-manager'] }),
  person('ivan', 'Iván Robles Tena', { team: 'service' }),
  person('elena', 'Elena Cabañas Royo', { team: 'service' }),
  person('carmen', 'Carmen Ibáñez Lahoz', { team: 'management', roles: ['finance'] }),
  person('nuria', 'Nuria Soler Gimeno', { team: 'marketing', roles: ['marketing-representative'] }),
  person('hugo', 'Hugo Blasco Artal', { team: 'management', roles: ['data-analyst'] }),
  person('pilar', 'Pilar Valdés Dorado', { team: 'management', roles: ['executive'] }),
]

/** Who does what besides selling. */
export const roles = {
  director: 'lucia',
  presales: 'andres',
  marketing: 'sofia',
  support: ['ivan', 'elena'],
  finance: 'carmen',
} as const

export const sellerOf = (territory: string): string =>
  members.find(({ territories }) => territories.includes(territory))?.ref ?? roles.director

/** The team of somebody. */
export const teamOf = (ref: string): string => members.find((one) => one.ref === ref)?.team ?? ''
