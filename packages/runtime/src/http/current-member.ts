import { ensureMember, type SignIn } from '../auth/index.ts'
import type { Services } from '../services.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'

/** Who a sign-in is inside a workspace. */
export interface CurrentMember {
  readonly id: string
  /** Whether the member may still come in. */
  readonly isActive: boolean
}

/** Members do not change from request to request; they are looked up again after this many milliseconds (decisions.md 28). */
const lifetime = 5000

const mostMembers = 10_000

interface Remembered extends CurrentMember {
  readonly until: number
}

const members = new WeakMap<Services, Map<string, Remembered>>()

/** The member of a sign-in, made at its first visit, from memory while it is fresh. */
export const currentMember = async (services: Services, snapshot: Snapshot, who: SignIn): Promise<CurrentMember> => {
  const known = members.get(services) ?? new Map<string, Remembered>()
  members.set(services, known)
  const key = `${snapshot.workspace.id} ${who.userId}`
  const found = known.get(key)
  const now = services.now().getTime()
  if (found !== undefined && found.until > now) return found
  const place = { database: services.pool, schema: snapshot.workspace.schema }
  const { id, isActive } = await ensureMember(place, who, services.newId)
  const member = { id, isActive, until: now + lifetime }
  if (known.size > mostMembers) known.clear()
  known.set(key, member)
  return member
}
