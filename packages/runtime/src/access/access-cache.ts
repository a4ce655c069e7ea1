import { type Access, accessOf, type Principal } from '@telar/metadata'
import type pg from 'pg'
import { ensureMember, type SignIn } from '../auth/index.ts'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { loadPerson, type Person } from './load-person.ts'

/**
 * What people may do, resolved once and kept for five seconds (decisions.md 28), not per request. What is changed on
 * this node is forgotten at once; what another node changed holds for so long at most.
 */
export interface AccessCache {
  /** Rights of a sign-in under a version; undefined for somebody who was made inactive. */
  readonly of: (snapshot: Snapshot, who: SignIn) => Promise<Access | undefined>
  /** The same by the member, for looking at the application through his eyes. */
  readonly ofMember: (snapshot: Snapshot, member: string) => Promise<Access | undefined>
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

interface Known {
  readonly person: Person
  readonly administrator: boolean
}

interface Entry {
  readonly until: number
  readonly known: Promise<Known | undefined>
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

  const entryOf = (workspace: string, key: string, find: () => Promise<Known | undefined>): Entry => {
    const entries = entriesOf(workspace)
    const time = now().getTime()
    const known = entries.get(key)
    if (known !== undefined && known.until > time) return known
    const entry: Entry = { until: time + lifetime, known: find() }
    if (entries.size > mostPeople) entries.clear()
    entries.set(key, entry)
    entry.known.catch(() => entries.get(key) === entry && entries.delete(key))
    return entry
  }

  const bySignIn = async (schema: string, who: SignIn): Promise<Known | undefined> => {
    const { id } = await ensureMember({ database: pool, schema }, who, newId)
    const person = await loadPerson(pool, schema, id)
    return person === undefined ? undefined : { person, administrator: who.isAdministrator }
  }

  const byMember = async (schema: string, member: string): Promise<Known | undefined> => {
    const person = await loadPerson(pool, schema, member)
    return person === undefined ? undefined : { person, administrator: await isAdministrator(pool, schema, member) }
  }

  const accessIn = async (snapshot: Snapshot, entry: Entry, keyRoles?: readonly string[]) => {
    const known = await entry.known
    if (known === undefined || !known.person.isActive) return undefined
    if (entry.access?.version !== snapshot.version) {
      const principal = principalOf(known.person, snapshot, known.administrator)
      entry.access = {
        version: snapshot.version,
        access: accessOf({
          model: snapshot.model,
          principal: keyRoles === undefined ? principal : withRolesOfKey(principal, snapshot, keyRoles),
          now: now().toISOString(),
        }),
      }
    }
    return entry.access.access
  }

  return {
    of: (snapshot, who) => {
      const { id, schema } = snapshot.workspace
      const entry = entryOf(id, keyOf(who), () => bySignIn(schema, who))
      return accessIn(snapshot, entry, who.keyRoles)
    },
    ofMember: (snapshot, member) => {
      const { id, schema } = snapshot.workspace
      const entry = entryOf(id, `member ${member}`, () => byMember(schema, member))
      return accessIn(snapshot, entry)
    },
    forget: (workspace) => void workspaces.delete(workspace),
  }
}

/** The same person with a key or a session may have other rights. */
const keyOf = ({ userId, isAdministrator: administers, name, email, keyRoles }: SignIn): string =>
  JSON.stringify([userId, administers, name, email, keyRoles ?? null])

/** A key that names roles has those of its owner's and no others; the administrator of the server has them all. */
const withRolesOfKey = (principal: Principal, { model }: Snapshot, names: readonly string[]): Principal => {
  const wanted = new Set([...model.roles.values()].flatMap(({ id, name }) => (names.includes(name) ? [id] : [])))
  return {
    ...principal,
    administrator: false,
    roles: principal.administrator
      ? [...wanted].map((role) => ({ role, through: undefined }))
      : principal.roles.filter(({ role }) => wanted.has(role)),
  }
}

/** Whether a member administers the server. */
const isAdministrator = async (pool: pg.Pool, schema: string, member: string): Promise<boolean> => {
  const [found] = await rows(
    pool,
    sql`select 'admin' = any(string_to_array(u.role, ',')) from ${ident(schema, 'member')} m
        join telar."user" u on u.id::text = m.user_id::text where m.id = ${member}::uuid`,
  )
  return found?.[0] === true
}

/** A member as the one who asks. */
const principalOf = (person: Person, snapshot: Snapshot, administrator: boolean): Principal => ({
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
