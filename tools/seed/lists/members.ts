export interface Member {
  readonly ref: string
  readonly name: string
  readonly email: string
  /** Where a salesperson sells. */
  readonly territories: readonly string[]
}

/** The people of the sample company. */
export const members: readonly Member[] = [
  { ref: 'lucia', name: 'Lucía Ferrer Oms', email: 'lucia.ferrer@valdora.example', territories: [] },
  { ref: 'javier', name: 'Javier Iturbe Zabala', email: 'javier.iturbe@valdora.example', territories: ['north'] },
  { ref: 'marta', name: 'Marta Vidal Puig', email: 'marta.vidal@valdora.example', territories: ['northeast'] },
  { ref: 'alvaro', name: 'Álvaro Castaño Ríos', email: 'alvaro.castano@valdora.example', territories: ['centre'] },
  { ref: 'rocio', name: 'Rocío Peña Morales', email: 'rocio.pena@valdora.example', territories: ['south'] },
  {
    ref: 'begona',
    name: 'Begoña Muñoz Alcaraz',
    email: 'begona.munoz@valdora.example',
    territories: ['east', 'islands'],
  },
  {
    ref: 'tiago',
    name: 'Tiago Moreira Sá',
    email: 'tiago.moreira@valdora.example',
    territories: ['portugal', 'export'],
  },
  { ref: 'andres', name: 'Andrés Quílez Bernad', email: 'andres.quilez@valdora.example', territories: [] },
  { ref: 'sofia', name: 'Sofía Lozano Gascón', email: 'sofia.lozano@valdora.example', territories: [] },
  { ref: 'ivan', name: 'Iván Robles Tena', email: 'ivan.robles@valdora.example', territories: [] },
  { ref: 'elena', name: 'Elena Cabañas Royo', email: 'elena.cabanas@valdora.example', territories: [] },
  { ref: 'carmen', name: 'Carmen Ibáñez Lahoz', email: 'carmen.ibanez@valdora.example', territories: [] },
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
