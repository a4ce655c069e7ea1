/** Who asks. It carries what roles, scopes and relative values of filters need (decisions.md 28). */
export interface Principal {
  /** Member of the workspace. */
  readonly id: string
  readonly name: string
  readonly email: string
  /** The administrator of the server: allowed everything. */
  readonly administrator: boolean
  readonly timeZone: string
  /** 1 = Monday. */
  readonly firstDayOfWeek: number
  readonly roles: readonly HeldRole[]
  /** Teams that the person is a member of, the main one first. */
  readonly teams: readonly string[]
  /** The same with all teams below them. */
  readonly teamsBelow: readonly string[]
  /** The same with all teams above them: what is given to a team reaches those below it. */
  readonly teamsAbove: readonly TeamName[]
  /** What `{"user": "region"}` means for this person; declared by the application document. */
  readonly attributes: Readonly<Record<string, string>>
}

export interface TeamName {
  readonly id: string
  readonly key: string
  readonly name: string
}

/** A role that a person has, and through whom. */
export interface HeldRole {
  /** Stable id of the role. */
  readonly role: string
  /** The team that has the role; undefined when the person has it. */
  readonly through: string | undefined
}

/** A person without any role: allowed nothing. */
export const noRights = {
  administrator: false,
  roles: [],
  teams: [],
  teamsBelow: [],
  teamsAbove: [],
  attributes: {},
} as const satisfies Partial<Principal>
