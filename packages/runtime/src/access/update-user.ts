import { type Issue, type JsonObject, type Model, pointerTo, problem } from '@telar/metadata'
import { run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type Administration, placeOf } from './administration.ts'
import { requireNoMore } from './capabilities-of.ts'
import { type Changing, changeRights } from './change-rights.ts'
import { type DirectoryMember, loadDirectory } from './directory.ts'
import { giveRoles, rolesNamed } from './given-roles.ts'
import { requireCapability } from './require-capability.ts'
import { roleNames, userView, type UserView } from './user-view.ts'

export interface UserChange {
  readonly active?: boolean | undefined
  /** Names. */
  readonly roles?: readonly string[] | undefined
  /** Ids, the main one first. */
  readonly teams?: readonly string[] | undefined
  /** Null takes an attribute away. */
  readonly attributes?: Readonly<Record<string, string | null>> | undefined
}

/** Changes what somebody of the workspace is and may do. */
export const updateUser = (administration: Administration, id: string, change: UserChange): Promise<UserView> => {
  const { access } = administration.caller
  const { roles, ...others } = change
  if (roles !== undefined) requireCapability(access, 'manageRoles')
  if (roles === undefined || Object.values(others).some((value) => value !== undefined))
    requireCapability(access, 'manageUsers')
  // Both say what roles let see.
  if (id === access.principal.id && (change.teams !== undefined || change.attributes !== undefined))
    requireCapability(access, 'manageRoles')
  return changeRights(administration, async (changing) => {
    const member = memberOf(changing, id)
    if (change.active === false && member.isAdministrator && !access.principal.administrator)
      throw new TelarError('ADMINISTRATOR_ONLY')
    if (change.active === false)
      requireNoMore(access, { model: changing.caller.snapshot.model, directory: changing.directory, member })
    const { before, after, view } = await applyChange(changing, member, change)
    const isSame = JSON.stringify(before) === JSON.stringify(after)
    const user = { id, name: member.name }
    return { result: view, ...(isSame ? {} : { audit: { act: 'user-changed', detail: { user, before, after } } }) }
  })
}

export const memberOf = ({ directory }: Pick<Changing, 'directory'>, id: string): DirectoryMember => {
  const member = directory.members.get(id)
  if (member === undefined) throw new TelarError('USER_UNKNOWN')
  return member
}

/** Writes a change; gives what of it was and what is, for the audit. */
export const applyChange = async (changing: Changing, member: DirectoryMember, change: UserChange) => {
  const { caller, directory } = changing
  const { model } = caller.snapshot
  const place = placeOf(changing)
  requireKnown(changing, change)
  if (change.active !== undefined)
    await run(
      place.database,
      sql`update ${ident(place.schema, 'member')} set active = ${change.active} where id = ${member.id}::uuid`,
    )
  if (change.roles !== undefined)
    await giveRoles(place, { model, holder: { member: member.id }, held: member.roles, names: change.roles })
  if (change.teams !== undefined) await setTeams(changing, member.id, change.teams)
  if (change.attributes !== undefined) await setAttributes(changing, member, change.attributes)
  const after = await loadDirectory(place)
  const changed = after.members.get(member.id) ?? member
  const told = (one: DirectoryMember): JsonObject => toldOf(changing, one, change)
  return {
    before: told(member),
    after: told(changed),
    view: userView({ model, you: caller.principal.id }, after, changed),
    directory,
  }
}

/** What the change is about, in names. */
const toldOf = ({ caller, directory }: Changing, member: DirectoryMember, change: UserChange): JsonObject => ({
  ...(change.active === undefined ? {} : { active: member.isActive }),
  ...(change.roles === undefined ? {} : { roles: [...roleNames(caller.snapshot.model, member.roles)] }),
  ...(change.teams === undefined ? {} : { teams: member.teams.map((id) => directory.teams.get(id)?.name ?? id) }),
  ...(change.attributes === undefined ? {} : { attributes: { ...member.attributes } }),
})

/** Refuses teams, attributes and roles that there are not. */
export const requireKnown = (changing: Pick<Changing, 'caller' | 'directory'>, change: UserChange): void => {
  const { model } = changing.caller.snapshot
  const issues = [...checkTeams(changing, change.teams), ...checkAttributes(model, change.attributes)]
  if (issues.length > 0) throw new TelarError('INVALID', { issues })
  rolesNamed(model, change.roles ?? [])
}

const checkTeams = ({ directory }: Pick<Changing, 'directory'>, teams: readonly string[] = []): readonly Issue[] =>
  teams.flatMap((team, index) =>
    directory.teams.has(team) ? [] : [problem('TEAM_MISSING', { pointer: pointerTo('teams', index) })],
  )

const checkAttributes = (model: Model, attributes: Readonly<Record<string, unknown>> = {}): readonly Issue[] => {
  const known = [...model.app.userAttributes.keys()]
  return Object.keys(attributes).flatMap((attribute) =>
    known.includes(attribute)
      ? []
      : [problem('ATTRIBUTE_UNKNOWN', { pointer: pointerTo('attributes', attribute), params: { attribute, known } })],
  )
}

const setTeams = async (changing: Changing, member: string, teams: readonly string[]): Promise<void> => {
  const { database, schema } = placeOf(changing)
  const table = ident(schema, 'team_member')
  await run(database, sql`delete from ${table} where member = ${member}::uuid and team <> all(${teams}::uuid[])`)
  await run(
    database,
    sql`insert into ${table} (team, member, place)
        select team, ${member}::uuid, place from unnest(${teams}::uuid[]) with ordinality wanted(team, place)
        on conflict (team, member) do update set place = excluded.place`,
  )
}

const setAttributes = async (
  changing: Changing,
  member: DirectoryMember,
  attributes: NonNullable<UserChange['attributes']>,
): Promise<void> => {
  const { database, schema } = placeOf(changing)
  const laidOver = Object.entries({ ...member.attributes, ...attributes })
  const texts = Object.fromEntries(laidOver.filter(([, text]) => text !== null && text !== ''))
  await run(
    database,
    sql`update ${ident(schema, 'member')} set attributes = ${JSON.stringify(texts)}::jsonb where id = ${member.id}::uuid`,
  )
}
