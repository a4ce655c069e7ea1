import { isObject } from '@telar/metadata'
import { localSignIn } from '../auth/index.ts'
import { type Database, records, rows, run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { listTeams, type Team, type TeamsPlace } from './teams.ts'

/** Somebody of a workspace with what they were given themselves. */
export interface DirectoryMember {
  readonly id: string
  /** The sign-in, if there is one. */
  readonly userId: string | undefined
  readonly name: string
  readonly email: string
  readonly isActive: boolean
  /** Of the whole server. */
  readonly isAdministrator: boolean
  /** Has a way to sign in and is not shut out; false for those who were invited and have not come yet. */
  readonly canSignIn: boolean
  readonly attributes: Readonly<Record<string, string>>
  readonly lastSeenAt: string | null
  /** Ids of the roles given to the person. */
  readonly roles: readonly string[]
  /** The main one first. */
  readonly teams: readonly string[]
}

export interface DirectoryTeam extends Team {
  readonly members: readonly string[]
  readonly roles: readonly string[]
}

/** Everybody of a workspace, every team, and who has which role. */
export interface Directory {
  readonly members: ReadonlyMap<string, DirectoryMember>
  readonly teams: ReadonlyMap<string, DirectoryTeam>
}

/** Makes members of those who can sign in and have not come yet, so that rights can be given to them. */
export const admitEverybody = async ({ database, schema }: TeamsPlace, newId: () => string): Promise<void> => {
  const missing = await records(
    database,
    sql`select u.id, u.name, u.email from telar."user" u
        where not exists (select from ${ident(schema, 'member')} m where m.user_id::text = u.id::text)`,
  )
  if (missing.length === 0) return
  const column = (name: string) => missing.map((row) => String(row[name]))
  await run(
    database,
    sql`insert into ${ident(schema, 'member')} (id, user_id, name, email)
        select * from unnest(${missing.map(newId)}::uuid[], ${column('id')}::uuid[], ${column('name')}::text[], ${column('email')}::text[])
        on conflict do nothing`,
  )
}

export const loadDirectory = async (place: TeamsPlace): Promise<Directory> => {
  const { database, schema } = place
  const members = await loadMembers(database, schema)
  const teams = await listTeams(place)
  const places = await rows(
    database,
    sql`select team, member from ${ident(schema, 'team_member')} order by place, team`,
  )
  const given = await rows(
    database,
    sql`select role, member, team from ${ident(schema, 'role_assignment')} order by role`,
  )
  const teamsOf = grouped(places.map(([team, member]) => [String(member), String(team)]))
  const membersOf = grouped(places.map(([team, member]) => [String(team), String(member)]))
  const rolesOf = grouped(given.map(([role, member, team]) => [String(member ?? team), String(role)]))
  return {
    members: new Map(
      members.map((one) => [one.id, { ...one, roles: rolesOf.get(one.id) ?? [], teams: teamsOf.get(one.id) ?? [] }]),
    ),
    teams: new Map(
      teams.map((one) => [one.id, { ...one, roles: rolesOf.get(one.id) ?? [], members: membersOf.get(one.id) ?? [] }]),
    ),
  }
}

const loadMembers = async (
  database: Database,
  schema: string,
): Promise<readonly Omit<DirectoryMember, 'roles' | 'teams'>[]> => {
  const found = await records(
    database,
    sql`select m.id, m.user_id, m.name, m.email, m.active, m.attributes,
          coalesce('admin' = any(string_to_array(u.role, ',')), false) as administrator,
          u.id is not null and u.banned is not true
            and exists (select from telar.account a where a."userId" = u.id) as signs_in,
          (select max(coalesce(s."lastUsedAt", s."createdAt")) from telar.session s where s."userId" = u.id) as seen
        from ${ident(schema, 'member')} m left join telar."user" u on u.id::text = m.user_id::text
        where m.user_id is distinct from ${localSignIn.userId}::uuid
        order by m.name collate "und-x-icu", m.id`,
  )
  return found.map((row) => ({
    id: String(row['id']),
    userId: typeof row['user_id'] === 'string' ? row['user_id'] : undefined,
    name: String(row['name']),
    email: String(row['email']),
    isActive: row['active'] === true,
    isAdministrator: row['administrator'] === true,
    canSignIn: row['signs_in'] === true,
    attributes: textsIn(row['attributes']),
    lastSeenAt: typeof row['seen'] === 'string' ? row['seen'] : null,
  }))
}

const textsIn = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
      )
    : {}

const grouped = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

/** Ids of the roles that reach a person through teams and those above them. */
export const teamRolesOf = (directory: Directory, { teams }: Pick<DirectoryMember, 'teams'>): ReadonlySet<string> =>
  new Set(teams.flatMap((team) => teamsAbove(directory.teams, team).flatMap(({ roles }) => roles)))

/** Ids of every role of a person. */
export const rolesOfMember = (directory: Directory, member: DirectoryMember): ReadonlySet<string> =>
  new Set([...member.roles, ...teamRolesOf(directory, member)])

/** A team and those above it, the nearest first. */
export const teamsAbove = <One extends Team>(teams: ReadonlyMap<string, One>, id: string): readonly One[] => {
  const chain: One[] = []
  for (let team = teams.get(id); team !== undefined; team = teams.get(team.parent ?? '')) {
    if (chain.includes(team)) break
    chain.push(team)
  }
  return chain
}
