import { type Database, rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'

/** A team of a workspace; teams form a tree. */
export interface Team {
  readonly id: string
  /** What definition documents call it. */
  readonly key: string
  readonly name: string
  readonly parent: string | null
}

export interface TeamsPlace {
  readonly database: Database
  readonly schema: string
}

/** Every team, by name. */
export const listTeams = async ({ database, schema }: TeamsPlace): Promise<readonly Team[]> => {
  const found = await rows(
    database,
    sql`select id, key, name, parent from ${ident(schema, 'team')} order by name collate "und-x-icu", id`,
  )
  return found.map(([id, key, name, parent]) => ({
    id: String(id),
    key: String(key),
    name: String(name),
    parent: typeof parent === 'string' ? parent : null,
  }))
}
