export interface Team {
  /** What sharing rules call it. */
  readonly key: 'management' | 'sales' | 'north' | 'south' | 'service' | 'marketing'
  readonly name: string
  readonly parent?: Team['key']
  /** Roles of everybody in it and below it. */
  readonly roles: readonly string[]
}

/** The teams of the sample company, those above before those below. */
export const teams: readonly Team[] = [
  { key: 'management', name: 'Dirección', roles: [] },
  { key: 'sales', name: 'Ventas', roles: [] },
  { key: 'north', name: 'Ventas Norte', parent: 'sales', roles: ['sales-representative'] },
  { key: 'south', name: 'Ventas Sur', parent: 'sales', roles: ['sales-representative'] },
  { key: 'service', name: 'Atención al cliente', roles: ['customer-service'] },
  { key: 'marketing', name: 'Marketing', roles: [] },
]
