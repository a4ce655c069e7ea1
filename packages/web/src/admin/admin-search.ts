/** Who is open and who is shown; all of it in the address, as in every list. */
export interface PeopleSearch {
  readonly view?: 'invited' | 'inactive'
  readonly q?: string
  readonly id?: string
}

export interface TeamsSearch {
  readonly id?: string
}

export interface AuditSearch {
  /** `sign-in,user-changed` */
  readonly act?: string
  readonly actor?: string
  readonly from?: string
  readonly to?: string
}

export const peopleSearch = (search: Record<string, unknown>): PeopleSearch => {
  const view = (['invited', 'inactive'] as const).find((each) => each === search['view'])
  return withoutNothing({ view, q: text(search['q']), id: text(search['id']) })
}

export const teamsSearch = (search: Record<string, unknown>): TeamsSearch => withoutNothing({ id: text(search['id']) })

export const auditSearch = (search: Record<string, unknown>): AuditSearch =>
  withoutNothing({
    act: text(search['act']),
    actor: text(search['actor']),
    from: text(search['from']),
    to: text(search['to']),
  })

type Given<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> }

/** An address names only what is chosen. */
export const withoutNothing = <T extends object>(values: T): Given<T> =>
  // oxlint-disable-next-line no-unsafe-type-assertion -- only what is undefined was left out
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Given<T>

// The router reads `q=12` as a number.
const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
