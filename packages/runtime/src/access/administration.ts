import type { Doer } from '../audit/append-audit.ts'
import type { Auth } from '../auth/index.ts'
import type { Caller } from '../operations/caller.ts'
import type { TeamsPlace } from './teams.ts'

/** What the acts of administration work with; `caller` is the one who does them. */
export interface Administration {
  readonly caller: Caller
  readonly auth: Pick<Auth, 'endSessions' | 'invitations' | 'passwordReset'>
  /** The member who does it and from where, for the audit of the workspace. */
  readonly doer: Doer
  /** The same as a sign-in, for the audit of sign-ins. */
  readonly signIn: Doer
  /** What is remembered of people's rights is asked for again. */
  readonly forget: () => void
}

export const placeOf = ({ caller }: Pick<Administration, 'caller'>): TeamsPlace => ({
  database: caller.database,
  schema: caller.snapshot.workspace.schema,
})
