import { problem } from '@telar/metadata'
import { rows, run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { requireCurrent } from '../operations/write-guards.ts'
import { writing } from '../operations/writing.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { columnsNaming, lockTables, moveRecords } from '../storage/move-records.ts'
import { type Administration, placeOf } from './administration.ts'
import { type Changing, changeRights } from './change-rights.ts'
import { requireCapability } from './require-capability.ts'
import { requireUnnamed, teamOf, toldOf } from './save-team.ts'
import { teamsBelow } from './team-tree.ts'

export interface TeamDeletion {
  readonly id: string
  /** The team that gets its records and the teams below it. */
  readonly moveTo?: string | undefined
}

/** Deletes a team. Records and teams that belong to it are never left alone: they go to another team, or it stays. */
export const deleteTeam = (
  administration: Administration,
  { id, moveTo }: TeamDeletion,
): Promise<{ readonly records: number; readonly teams: number }> => {
  requireCapability(administration.caller.access, 'manageUsers')
  return changeRights(administration, async (changing) => {
    const team = teamOf(changing, id)
    requireUnnamed(changing, team)
    const receiver = changing.directory.teams.get(moveTo ?? '')
    // Its records would become those of the caller's own team.
    if (receiver !== undefined && changing.caller.principal.teamsBelow.includes(receiver.id))
      requireCapability(changing.caller.access, 'manageRoles')
    const { database, schema } = placeOf(changing)
    const children = [...changing.directory.teams.values()].filter(({ parent }) => parent === id)
    if (moveTo === undefined) await requireEmpty(changing, id, children.length)
    else requireOutside(changing, id, moveTo)
    const records = moveTo === undefined ? 0 : await moveTeamRecords(changing, id, moveTo)
    if (moveTo !== undefined)
      await run(database, sql`update ${ident(schema, 'team')} set parent = ${moveTo}::uuid where parent = ${id}::uuid`)
    await run(database, sql`delete from ${ident(schema, 'team')} where id = ${id}::uuid`)
    const to = changing.directory.teams.get(moveTo ?? '')
    return {
      result: { records, teams: children.length },
      audit: {
        act: 'team-deleted',
        detail: {
          team: { id, name: team.name },
          before: toldOf(changing, team),
          ...(to === undefined ? {} : { to: { id: to.id, name: to.name }, records, teams: children.length }),
        },
      },
    }
  })
}

const requireOutside = ({ directory }: Changing, id: string, moveTo: string): void => {
  const refuse = (code: string): never => {
    throw new TelarError('INVALID', { issues: [problem(code, { pointer: '/moveTo' })] })
  }
  if (!directory.teams.has(moveTo)) refuse('TEAM_MISSING')
  if (teamsBelow(directory.teams, id).has(moveTo)) refuse('TEAM_BELOW')
}

const requireEmpty = async (changing: Changing, id: string, teams: number): Promise<void> => {
  const { database, schema } = placeOf(changing)
  let records = 0
  for (const { served, column } of namingTeams(changing)) {
    const [found] = await rows(
      database,
      sql`select count(*) from ${ident(schema, served.module.table)} where ${ident(column)} = ${id}::uuid`,
    )
    records += Number(found?.[0])
  }
  if (records > 0 || teams > 0) throw new TelarError('TEAM_IN_USE', { params: { records, teams } })
}

const moveTeamRecords = async ({ caller }: Changing, from: string, to: string): Promise<number> => {
  const naming = namingTeams({ caller })
  await lockTables(
    caller.database,
    naming.map(({ served }) => served.writing),
  )
  let records = 0
  for (const { served, column } of naming)
    records += await moveRecords(caller.database, writing(caller, served), { column, from, to, isDeletedToo: true })
  await requireCurrent(caller)
  return records
}

/** Every column of every module that names a team. */
const namingTeams = ({
  caller,
}: Pick<Changing, 'caller'>): readonly { readonly served: ServedModule; readonly column: string }[] =>
  [...caller.snapshot.modules.values()].flatMap((served) =>
    columnsNaming(served.module, 'team').map((column) => ({ served, column })),
  )
