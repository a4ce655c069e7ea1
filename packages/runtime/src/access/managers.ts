import type { Model } from '@telar/metadata'
import { type Database, rows } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { capabilitiesOf } from './capabilities-of.ts'
import { type Directory, loadDirectory } from './directory.ts'
import type { TeamsPlace } from './teams.ts'

/** Who may do what at one moment: people with their roles, and what roles say. */
export interface Rights {
  readonly model: Model
  readonly directory: Directory
}

const managing = ['manageUsers', 'manageRoles'] as const

/** Refuses what leaves nobody who manages people and roles, and what takes these rights from the one who does it. */
export const requireManagers = (before: Rights, after: Rights, actor: string | null): void => {
  if (isManaged(before) && !isManaged(after)) throw new TelarError('LAST_MANAGER')
  const was = actor === null ? undefined : ownRights(before, actor)
  if (was === undefined) return
  const is = ownRights(after, actor ?? '')
  if (is === undefined || managing.some((name) => was.has(name) && !is.has(name))) throw new TelarError('OWN_RIGHTS')
}

/** One after the other: two acts that each leave the last manager alone could together take both. */
export const lockRights = (database: Database, schema: string): Promise<unknown> =>
  rows(database, sql`select pg_advisory_xact_lock(hashtext(${`telar.access.${schema}`}))`)

/** The same for a new version: what roles say may change for everybody at once. */
export const requireManagersIn = async (
  place: TeamsPlace,
  { before, after, actor }: { readonly before: Model; readonly after: Model; readonly actor: string | null },
): Promise<void> => {
  await lockRights(place.database, place.schema)
  const directory = await loadDirectory(place)
  requireManagers({ model: before, directory }, { model: after, directory }, actor)
}

const isManaged = ({ model, directory }: Rights): boolean =>
  directory.members.values().some((member) => {
    if (!member.isActive || !member.canSignIn) return false
    const held = capabilitiesOf(model, directory, member)
    return managing.every((name) => held.has(name))
  })

const ownRights = ({ model, directory }: Rights, actor: string) => {
  const member = directory.members.get(actor)
  return member?.isActive === true ? capabilitiesOf(model, directory, member) : undefined
}
