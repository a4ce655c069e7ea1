import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { schema } from '../physical-table.ts'
import { type BenchRole, roleId } from './roles.ts'
import { allScopes, type Scope } from './scopes.ts'
import { parentOf, people, teams, withTeamsBelow } from './teams.ts'

/** Ids of members and teams by their numbers. */
export interface People {
  readonly members: readonly string[]
  readonly teams: readonly string[]
}

/** Whom a scope belongs to, and the teams that it reaches, by their ids. */
export interface ScopePerson {
  readonly member: string
  readonly teams: readonly string[]
}

const teamsOf = ({ teams: own, isTree }: Scope): readonly number[] => (isTree ? own.flatMap(withTeamsBelow) : own)

export const personOf = (found: People, scope: Scope): ScopePerson => ({
  member: idAt(found.members, scope.person),
  teams: teamsOf(scope).map((team) => idAt(found.teams, team)),
})

export const emailOf = (person: number): string => `person${person}@telar.example`

/** A thousand people in 200 teams, each with three roles; the chosen ones can sign in with the password of another. */
export const fillPeople = async (database: pg.Pool, likeEmail: string): Promise<People> => {
  const found: People = { members: ids(people), teams: ids(teams) }
  const at = (list: readonly string[], number: number | undefined): string | null =>
    number === undefined ? null : idAt(list, number)
  await database.query(
    `insert into ${schema}.team (id, key, name, parent)
     select t.id, 'team-' || t.n, 'Team ' || t.n, t.parent from unnest($1::uuid[], $2::uuid[]) with ordinality t(id, parent, n)`,
    [found.teams, found.teams.map((_id, team) => at(found.teams, parentOf(team)))],
  )
  await database.query(
    `insert into ${schema}.member (id, user_id, name, email)
     select id, user_id, name, email from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) m(id, user_id, name, email)`,
    [
      found.members,
      found.members.map((_id, person) => (allScopes.some((one) => one.person === person) ? randomUUID() : null)),
      found.members.map((_id, person) => `Person ${person}`),
      found.members.map((_id, person) => emailOf(person)),
    ],
  )
  await joinTeams(database, found)
  await giveRoles(database, found)
  await letSignIn(database, likeEmail)
  await database.query(`analyze ${schema}.team, ${schema}.member, ${schema}.team_member, ${schema}.role_assignment`)
  return found
}

const ids = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID())

const idAt = (list: readonly string[], number: number): string => {
  const id = list[number]
  if (id === undefined) throw new Error(`the bench has no number ${number}`)
  return id
}

const scopeOf = (person: number): Scope | undefined => allScopes.find((one) => one.person === person)

const joinTeams = async (database: pg.Pool, { members, teams: all }: People): Promise<void> => {
  const joined = members.flatMap((member, person) =>
    (scopeOf(person)?.teams ?? [40 + (person % 157)]).map((team) => ({ member, team: idAt(all, team) })),
  )
  await database.query(
    `insert into ${schema}.team_member (team, member) select * from unnest($1::uuid[], $2::uuid[])`,
    [joined.map(({ team }) => team), joined.map(({ member }) => member)],
  )
}

interface Assignment {
  readonly role: BenchRole
  readonly member?: string
  readonly team?: string
}

const giveRoles = async (database: pg.Pool, { members, teams: all }: People): Promise<void> => {
  const given: readonly Assignment[] = [
    { role: 'assistant', team: idAt(all, 0) },
    ...allScopes.flatMap(({ teams: own, teamRole }): readonly Assignment[] =>
      teamRole === undefined ? [] : own.slice(0, 1).map((team) => ({ role: teamRole, team: idAt(all, team) })),
    ),
    ...members.flatMap((member, person): readonly Assignment[] =>
      (scopeOf(person)?.roles ?? (['representative', 'colleague'] as const)).map((role) => ({ role, member })),
    ),
  ]
  await database.query(
    `insert into ${schema}.role_assignment (role, member, team) select * from unnest($1::text[], $2::uuid[], $3::uuid[])`,
    [
      given.map(({ role }) => roleId(role)),
      given.map(({ member }) => member ?? null),
      given.map(({ team }) => team ?? null),
    ],
  )
}

/** Sign-ins for members who have an id for one: copies of another's, password and all, without its rights. */
const letSignIn = async (database: pg.Pool, likeEmail: string): Promise<void> => {
  await database.query(
    `insert into telar."user" select (jsonb_populate_record(u, jsonb_build_object('id', m.user_id, 'name', m.name, 'email', m.email, 'role', 'user'))).*
     from ${schema}.member m, telar."user" u where u.email = $1 and m.user_id is not null and m.email <> $1`,
    [likeEmail],
  )
  await database.query(
    `insert into telar.account select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'userId', m.user_id, 'accountId', m.user_id))).*
     from ${schema}.member m, telar.account a join telar."user" u on u.id = a."userId" where u.email = $1 and m.user_id is not null and m.email <> $1`,
    [likeEmail],
  )
}
