import { type Issue, type JsonObject, pointerTo, problem } from '@telar/metadata'
import { run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type Administration, placeOf } from './administration.ts'
import { type Changing, changeRights } from './change-rights.ts'
import { type DirectoryTeam, loadDirectory, teamsAbove } from './directory.ts'
import { giveRoles } from './given-roles.ts'
import { requireCapability } from './require-capability.ts'
import { checkParent, keyFrom } from './team-tree.ts'
import { type TeamView, teamView } from './teams-view.ts'
import { roleNames } from './user-view.ts'

export interface TeamChange {
  readonly name?: string | undefined
  readonly key?: string | undefined
  /** Null = no team above it. */
  readonly parent?: string | null | undefined
  /** Ids of everybody who shall be in it. */
  readonly members?: readonly string[] | undefined
  /** Names of the roles that everybody in it and below it has. */
  readonly roles?: readonly string[] | undefined
}

/** Makes a team; without a key it gets one made of its name. */
export const createTeam = (
  administration: Administration,
  change: TeamChange & { readonly name: string },
): Promise<TeamView> => {
  requireRights(administration, change)
  return changeRights(administration, async (changing) => {
    refuse(checkTeam(changing, undefined, change))
    const place = placeOf(changing)
    const id = changing.caller.newId()
    const key = change.key ?? keyFrom(change.name, changing.directory.teams.values())
    await run(
      place.database,
      sql`insert into ${ident(place.schema, 'team')} (id, key, name, parent)
          values (${id}::uuid, ${key}, ${change.name.trim()}, ${change.parent ?? null}::uuid)`,
    )
    await writeRest(changing, { id, members: [], roles: [] }, change)
    const { view, told } = await written(changing, id)
    return { result: view, audit: { act: 'team-made', detail: { team: { id, name: view.name }, after: told } } }
  })
}

/** Changes a team: its name, its place in the tree, who is in it, which roles it has. */
export const updateTeam = (administration: Administration, id: string, change: TeamChange): Promise<TeamView> => {
  requireRights(administration, change)
  return changeRights(administration, async (changing) => {
    const team = teamOf(changing, id)
    if (change.members !== undefined || change.parent !== undefined) requireOthersTeam(changing, team)
    refuse(checkTeam(changing, id, change))
    if (change.key !== undefined && change.key !== team.key) requireUnnamed(changing, team)
    const place = placeOf(changing)
    const { name = team.name, key = team.key, parent = team.parent } = change
    await run(
      place.database,
      sql`update ${ident(place.schema, 'team')} set name = ${name.trim()}, key = ${key}, parent = ${parent}::uuid where id = ${id}::uuid`,
    )
    await writeRest(changing, team, change)
    const before = toldOf(changing, team)
    const { view, told: after } = await written(changing, id)
    const isSame = JSON.stringify(before) === JSON.stringify(after)
    const detail = { team: { id, name: team.name }, before, after }
    return { result: view, ...(isSame ? {} : { audit: { act: 'team-changed', detail } }) }
  })
}

export const teamOf = ({ directory }: Pick<Changing, 'directory'>, id: string): DirectoryTeam => {
  const team = directory.teams.get(id)
  if (team === undefined) throw new TelarError('TEAM_UNKNOWN')
  return team
}

/** The key of a team is how sharing rules name it: it stays as long as one does. */
export const requireUnnamed = ({ caller }: Pick<Changing, 'caller'>, { key, name }: DirectoryTeam): void => {
  const rule = caller.snapshot.model.sharing.find(({ to }) => 'team' in to && to.team === key)
  if (rule !== undefined)
    throw new TelarError('TEAM_IN_SHARING_RULE', { params: { team: name, rule: `${rule.module}/${rule.name}` } })
}

const requireRights = ({ caller }: Administration, { roles, ...others }: TeamChange): void => {
  if (roles !== undefined && roles.length > 0) requireCapability(caller.access, 'manageRoles')
  if (roles === undefined || Object.values(others).some((value) => value !== undefined))
    requireCapability(caller.access, 'manageUsers')
  else requireCapability(caller.access, 'manageRoles')
}

/** Who is in a team, or where it lies, is not for those in it to say: it decides what their roles let them see. */
const requireOthersTeam = ({ caller, directory }: Changing, team: DirectoryTeam): void => {
  const { access } = caller
  const own = access.principal.teams.flatMap((one) => teamsAbove(directory.teams, one))
  if (own.some(({ id }) => id === team.id)) requireCapability(access, 'manageRoles')
}

const refuse = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new TelarError('INVALID', { issues })
}

const checkTeam = ({ directory }: Changing, id: string | undefined, change: TeamChange): readonly Issue[] => [
  ...(change.name?.trim() === '' ? [problem('minLength', { pointer: '/name', params: { limit: 1 } })] : []),
  ...(directory.teams.values().some((other) => other.key === change.key && other.id !== id)
    ? [problem('TEAM_KEY_TAKEN', { pointer: '/key' })]
    : []),
  ...checkParent(directory.teams, id, change.parent ?? null),
  ...(change.members ?? []).flatMap((member, index) =>
    directory.members.has(member) ? [] : [problem('USER_MISSING', { pointer: pointerTo('members', index) })],
  ),
]

const writeRest = async (
  changing: Changing,
  team: Pick<DirectoryTeam, 'id' | 'members' | 'roles'>,
  { members, roles }: TeamChange,
): Promise<void> => {
  const place = placeOf(changing)
  const { model } = changing.caller.snapshot
  if (members !== undefined) await setMembers(changing, team.id, members)
  if (roles !== undefined) await giveRoles(place, { model, holder: { team: team.id }, held: team.roles, names: roles })
}

/** Who comes in has the team behind those that he is in already. */
const setMembers = async (changing: Changing, team: string, members: readonly string[]): Promise<void> => {
  const { database, schema } = placeOf(changing)
  const table = ident(schema, 'team_member')
  await run(database, sql`delete from ${table} where team = ${team}::uuid and member <> all(${members}::uuid[])`)
  await run(
    database,
    sql`insert into ${table} (team, member, place)
        select ${team}::uuid, member, (select coalesce(max(place), 0) + 1 from ${table} t where t.member = wanted.member)
        from unnest(${members}::uuid[]) wanted(member)
        on conflict (team, member) do nothing`,
  )
}

const written = async (changing: Changing, id: string) => {
  const directory = await loadDirectory(placeOf(changing))
  const team = teamOf({ directory }, id)
  const view = teamView(changing.caller.snapshot.model, directory, id)
  if (view === undefined) throw new TelarError('TEAM_UNKNOWN')
  return { view, told: toldOf({ ...changing, directory }, team) }
}

/** A team in names, for the audit. */
export const toldOf = ({ caller, directory }: Changing, team: DirectoryTeam): JsonObject => ({
  name: team.name,
  key: team.key,
  parent: directory.teams.get(team.parent ?? '')?.name ?? null,
  members: team.members.map((id) => directory.members.get(id)?.name ?? id),
  roles: [...roleNames(caller.snapshot.model, team.roles)],
})
