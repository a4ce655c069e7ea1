import { isObject, type JsonObject, stringAt, type HeldRole, type TeamName } from '@telar/metadata'
import { type Database, rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'

/** Everything of a member that rights depend on. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isActive: boolean
  readonly roles: readonly HeldRole[]
  readonly teams: readonly string[]
  readonly teamsBelow: readonly string[]
  readonly teamsAbove: readonly TeamName[]
  readonly attributes: Readonly<Record<string, string>>
}

/** Teams in a tree are at most so deep. */
export const deepestTeam = 20

/** One member with teams and roles, in one statement; a role given to a team reaches everybody in it and below it. */
export const loadPerson = async (database: Database, schema: string, member: string): Promise<Person | undefined> => {
  const [team, teamMember] = [ident(schema, 'team'), ident(schema, 'team_member')]
  const [found] = await rows(
    database,
    sql`with recursive
      own as (select team, place from ${teamMember} where member = ${member}::uuid),
      above(id, key, name, parent, depth) as (
        select t.id, t.key, t.name, t.parent, 0 from ${team} t join own on own.team = t.id
        union select t.id, t.key, t.name, t.parent, a.depth + 1 from ${team} t join above a on t.id = a.parent where a.depth < ${deepestTeam}),
      below(id, depth) as (
        select team, 0 from own
        union select t.id, b.depth + 1 from ${team} t join below b on t.parent = b.id where b.depth < ${deepestTeam})
      select m.id, m.name, m.email, m.active, m.attributes,
        coalesce((select jsonb_agg(own.team order by own.place, own.team) from own), '[]'),
        coalesce((select jsonb_agg(distinct below.id) from below), '[]'),
        coalesce((select jsonb_agg(distinct jsonb_build_object('id', above.id, 'key', above.key, 'name', above.name)) from above), '[]'),
        coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'team', (select t.name from ${team} t where t.id = r.team)) order by r.role, r.team)
          from ${ident(schema, 'role_assignment')} r where r.member = m.id or r.team in (select above.id from above)), '[]')
      from ${ident(schema, 'member')} m where m.id = ${member}::uuid`,
  )
  if (found === undefined) return undefined
  const [id, name, email, active, attributes, teams, below, above, roles] = found
  return {
    id: String(id),
    name: String(name),
    email: String(email),
    isActive: active === true,
    teams: list(teams).map(String),
    teamsBelow: list(below).map(String),
    teamsAbove: list(above).flatMap((one) =>
      isObject(one) ? [{ id: textAt(one, 'id'), key: textAt(one, 'key'), name: textAt(one, 'name') }] : [],
    ),
    roles: list(roles).flatMap((one) =>
      isObject(one) ? [{ role: textAt(one, 'role'), through: stringAt(one, 'team') }] : [],
    ),
    attributes: textsIn(attributes),
  }
}

const textAt = (value: JsonObject, key: string): string => stringAt(value, key) ?? ''

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const textsIn = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : [])),
      )
    : {}
