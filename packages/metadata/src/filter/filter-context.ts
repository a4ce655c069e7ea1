/** Against what relative values of a filter are read. */
export interface FilterContext {
  /** ISO 8601 instant. */
  readonly now: string
  /** IANA name; days begin and end in it. */
  readonly timeZone: string
  /** 0 = Sunday … 6 = Saturday. */
  readonly firstDayOfWeek: number
  /** Whom `{"user": "id"}` means; nobody when the caller is no person. */
  readonly user: {
    readonly id: string | null
    /** Teams that the caller is a member of. */
    readonly teams?: readonly string[]
    /** What is known of the caller besides, by name. */
    readonly attributes?: Readonly<Record<string, string>>
  }
}
