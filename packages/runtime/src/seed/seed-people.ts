import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isList, isObject, type JsonObject, type Model, stringAt } from '@telar/metadata'
import { type Database, rows, run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'

/** A member of sample data. */
export interface SeedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Ids of the teams, the main one first. */
  readonly teams: readonly string[]
}

/** The people of sample data by their names in it, and the teams by their keys. */
export interface SeedPeople {
  readonly people: ReadonlyMap<string, SeedPerson>
  readonly teams: ReadonlyMap<string, string>
}

interface PeoplePlace {
  readonly database: Database
  readonly schema: string
  readonly model: Model
  readonly newId: () => string
}

/**
 * Makes the people of `members.json` and the teams of `teams.json`, with their roles. Who or what is there already is
 * taken as it is: somebody without a sign-in by the address, a team by its key.
 */
export const seedPeople = async (place: PeoplePlace, folder: string): Promise<SeedPeople> => {
  const people = await readList(folder, 'members.json')
  const groups = await readList(folder, 'teams.json')
  const ids = new Map<string, string>()
  for (const person of people) {
    const id = await seedMember(place, person)
    ids.set(textAt(person, 'ref'), id)
    await giveRoles(place, { member: id }, textsAt(person, 'roles'))
  }
  const teams = new Map<string, string>()
  for (const group of groups) {
    const id = await seedTeam(place, group, teams)
    teams.set(textAt(group, 'key'), id)
    await giveRoles(place, { team: id }, textsAt(group, 'roles'))
  }
  const memberships = groups.flatMap((group) =>
    textsAt(group, 'members').map((ref) => ({ ref, team: named(teams, textAt(group, 'key')) })),
  )
  const belongings = Map.groupBy(memberships, ({ ref }) => ref)
  for (const [ref, own] of belongings) await joinTeams(place, named(ids, ref), own)
  return {
    people: new Map(
      people.map((person) => {
        const ref = textAt(person, 'ref')
        return [
          ref,
          {
            id: named(ids, ref),
            name: textAt(person, 'name'),
            email: textAt(person, 'email'),
            teams: (belongings.get(ref) ?? []).map(({ team }) => team),
          },
        ]
      }),
    ),
    teams,
  }
}

const seedMember = async ({ database, schema, newId }: PeoplePlace, person: JsonObject): Promise<string> => {
  const email = textAt(person, 'email')
  const table = ident(schema, 'member')
  const [known] = await rows(
    database,
    sql`select id from ${table} where email = ${email} and user_id is null order by id limit 1`,
  )
  if (known !== undefined) return String(known[0])
  const id = newId()
  await run(
    database,
    sql`insert into ${table} (id, name, email) values (${id}::uuid, ${textAt(person, 'name')}, ${email})`,
  )
  return id
}

const seedTeam = async (
  { database, schema, newId }: PeoplePlace,
  group: JsonObject,
  teams: ReadonlyMap<string, string>,
): Promise<string> => {
  const table = ident(schema, 'team')
  const key = textAt(group, 'key')
  const above = stringAt(group, 'parent')
  const parent = above === undefined ? null : named(teams, above)
  await run(
    database,
    sql`insert into ${table} (id, key, name, parent) values (${newId()}::uuid, ${key}, ${textAt(group, 'name')}, ${parent}::uuid)
        on conflict (key) do nothing`,
  )
  const [found] = await rows(database, sql`select id from ${table} where key = ${key}`)
  return String(found?.[0])
}

const joinTeams = async (
  { database, schema }: PeoplePlace,
  member: string,
  memberships: readonly { readonly team: string }[],
): Promise<void> => {
  for (const [index, { team }] of memberships.entries()) {
    await run(
      database,
      sql`insert into ${ident(schema, 'team_member')} (team, member, place) values (${team}::uuid, ${member}::uuid, ${index})
          on conflict do nothing`,
    )
  }
}

const giveRoles = async (
  { database, schema, model }: PeoplePlace,
  holder: { readonly member?: string; readonly team?: string },
  names: readonly string[],
): Promise<void> => {
  const known = new Map([...model.roles.values()].map(({ id, name }) => [name, id]))
  for (const name of names) {
    await run(
      database,
      sql`insert into ${ident(schema, 'role_assignment')} (role, member, team)
          values (${named(known, name)}, ${holder.member ?? null}::uuid, ${holder.team ?? null}::uuid) on conflict do nothing`,
    )
  }
}

const named = (known: ReadonlyMap<string, string>, name: string): string => {
  const id = known.get(name)
  if (id === undefined) throw new Error(`sample data: nobody and nothing is called “${name}”`)
  return id
}

const readList = async (folder: string, name: string): Promise<readonly JsonObject[]> => {
  const file = path.join(folder, name)
  if (!existsSync(file)) return []
  const list: unknown = JSON.parse(await readFile(file, 'utf8'))
  return isList(list) ? list.filter(isObject) : []
}

const textAt = (object: JsonObject, key: string): string => stringAt(object, key) ?? ''

const textsAt = (object: JsonObject, key: string): readonly string[] => {
  const list = object[key]
  return isList(list) ? list.filter((item) => typeof item === 'string') : []
}
