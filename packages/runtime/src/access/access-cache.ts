import { type Access, accessOf, type Principal } from '@telar/metadata'
import type pg from 'pg'
import { ensureMember, type SignIn } from '../auth/index.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { loadPerson, type Person } from './load-person.ts'

/**
 * What people may do, resolved once and kept for five seconds (decisions.md 28), not per request. What is changed on
 * this node is forgotten at once; what another node changed holds for so long at most.
 */
export interface AccessCache {
  /** Rights of a sign-in under a version; undefined for somebody who was made inactive. */
  readonly of: (snapshot: Snapshot, who: SignIn) => Promise<Access | undefined>
  /** Asks the database again about everybody of a workspace. */
  readonly forget: (workspace: string) => void
}

interface CacheOptions {
  readonly pool: pg.Pool
  readonly now: () => Date
  readonly newId: () => string
}

const lifetime = 5000

const mostPeople = 10_000

interface Entry {
  readonly until: number
  readonly person: Promise<Person | undefined>
  /** Rights under the version that was asked for last. */
  access?: { readonly version: number; readonly access: Access }
}

export const createAccessCache = ({ pool, now, newId }: CacheOptions): AccessCache => {
  const workspaces = new Map<string, Map<string, Entry>>()

  const entriesOf = (workspace: string): Map<string, Entry> => {
    const entries = workspaces.get(workspace) ?? new Map<string, Entry>()
    workspaces.set(workspace, entries)
    return entries
  }

  const entryOf = ({ workspace }: Snapshot, who: SignIn): Entry => {
    const entries = entriesOf(workspace.id)
    const time = now().getTime()
    const key = keyOf(who)
    const known = entries.get(key)
    if (known !== undefined && known.until > time) return known
    const entry: Entry = { until: time + lifetime, person: find(workspace.schema, who) }
    if (entries.size > mostPeople) entries.clear()
    entries.set(key, entry)
    entry.person.catch(() => entries.get(key) === entry && entries.delete(key))
    return entry
  }

  const find = async (schema: string, who: SignIn): Promise<Person | undefined> => {
    const { id } = await ensureMember({ database: pool, schema }, who, newId)
    return loadPerson(pool, schema, id)
  }

  return {
    of: async (snapshot, who) => {
      const entry = entryOf(snapshot, who)
      const person = await entry.person
      if (person === undefined || !person.isActive) return undefined
      if (entry.access?.version !== snapshot.version)
        entry.access = {
          version: snapshot.version,
          access: accessOf({
            model: snapshot.model,
            principal: principalOf(person, snapshot, who.isAdministrator),
            now: now().toISOString(),
          }),
        }
      return entry.access.access
    },
    forget: (workspace) => void workspaces.delete(workspace),
  }
}

/** The same person with a key or a session may have other rights. */
const keyOf = (who: SignIn): string => `${who.userId} ${String(who.isAdministrator)} ${who.name} ${who.email}`

/** A member as the one who asks. */
export const principalOf = (person: Person, snapshot: Snapshot, administrator: boolean): Principal => ({
  id: person.id,
  name: person.name,
  email: person.email,
  administrator,
  timeZone: snapshot.model.app.timeZone,
  firstDayOfWeek: 1,
  roles: person.roles,
  teams: person.teams,
  teamsBelow: person.teamsBelow,
  teamsAbove: person.teamsAbove,
  attributes: person.attributes,
})
