import { type Issue, type Model, pointerTo, problem } from '@telar/metadata'
import { run } from '../database/pool.ts'
import { ident, type Sql, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type TeamsPlace } from './teams.ts'
import { unknownRoles } from './user-view.ts'

/** Ids of roles by their names; names that are none are refused where they stand. */
export const rolesNamed = (model: Model, names: readonly string[]): readonly string[] => {
  const byName = new Map([...model.roles.values()].map((role) => [role.name, role.id]))
  const known = [...byName.keys()]
  const issues = names.flatMap((name, index): readonly Issue[] =>
    byName.has(name)
      ? []
      : [problem('ROLE_UNKNOWN', { pointer: pointerTo('roles', index), params: { role: name, known } })],
  )
  if (issues.length > 0) throw new TelarError('INVALID', { issues })
  return names.flatMap((name) => byName.get(name) ?? [])
}

/** Who gets roles: a person or a team. */
export type Holder = { readonly member: string } | { readonly team: string }

interface Giving {
  readonly model: Model
  readonly holder: Holder
  /** Ids of the roles that are held so far. */
  readonly held: readonly string[]
  /** Names of those that shall be held. */
  readonly names: readonly string[]
}

/** Replaces the roles of somebody; assignments that this version does not know stay, for the day it is restored. */
export const giveRoles = async (place: TeamsPlace, { model, holder, held, names }: Giving): Promise<void> => {
  const wanted = [...rolesNamed(model, names), ...unknownRoles(model, held)]
  const table = ident(place.schema, 'role_assignment')
  await run(place.database, sql`delete from ${table} where ${heldBy(holder)} and role <> all(${wanted}::text[])`)
  const [member, team] = 'member' in holder ? [holder.member, null] : [null, holder.team]
  await run(
    place.database,
    sql`insert into ${table} (role, member, team) select role, ${member}::uuid, ${team}::uuid from unnest(${wanted}::text[]) role
        on conflict do nothing`,
  )
}

const heldBy = (holder: Holder): Sql =>
  'member' in holder ? sql`member = ${holder.member}::uuid` : sql`team = ${holder.team}::uuid`
