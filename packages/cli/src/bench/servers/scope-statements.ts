import type pg from 'pg'
import { stages } from '../bench-definition.ts'
import { median } from '../median.ts'
import { type People, personOf, type ScopePerson } from '../people/fill-people.ts'
import { allScopes, type Scope } from '../people/scopes.ts'
import type { PhysicalTables } from '../physical-table.ts'
import { selecting, type Selecting } from './selecting.ts'

/** What the bare server runs for somebody with a scope; `person` gives the first two values of each. */
export interface ScopeStatements {
  readonly person: ScopePerson
  readonly read: string
  readonly list: string
  readonly filtered: string
}

/** For each scope, of the ways to ask PostgreSQL for its rows the one that is fastest here and now. */
export const scopeStatements = async (
  database: pg.Pool,
  tables: PhysicalTables,
  people: People,
): Promise<Readonly<Record<string, ScopeStatements>>> => {
  const found: Record<string, ScopeStatements> = {}
  for (const scope of allScopes) {
    const person = personOf(people, scope)
    const own = [person.member, person.teams]
    const place = placeOf(tables, scope)
    found[scope.name] = {
      person,
      read: `${place.select} from ${place.table} t ${place.joins} where t.id = $3 and t.deleted_at is null and ${mine}`,
      list: await fastest(database, listWays(place), [own]),
      filtered: await fastest(
        database,
        filteredWays(place),
        stages.map((stage, index) => [...own, stage, 1000 * index]),
      ),
    }
  }
  return found
}

interface Place extends Selecting {
  readonly table: string
  readonly filter: string
  readonly closeDate: string
}

const mine = `(t.owner_id = $1 or (t.owner_id is null and t.created_by = $1) or t.team_id = any($2::uuid[]))`

/** What the amount of a record is to somebody who sees it in own records alone. */
const masked = (column: string): string =>
  `case when t.owner_id = $1 or (t.owner_id is null and t.created_by = $1) then t.${column} end`

const placeOf = (tables: PhysicalTables, { hidesAmount = false }: Scope): Place => {
  const { deal } = tables
  const column = (name: string): string => `"${deal.columns.get(name) ?? ''}"`
  const amounts = [...deal.columns].flatMap(([name, one]) =>
    hidesAmount && name.split('.')[0] === 'amount' ? [`"${one}"`] : [],
  )
  const base = column('amount.base')
  return {
    ...selecting(tables, (name) => (amounts.includes(name) ? `${masked(name)} as ${name}` : `t.${name}`)),
    table: deal.name,
    filter: `t.${column('stage')} = $3 and ${hidesAmount ? masked(base) : `t.${base}`} >= $4`,
    closeDate: `t.${column('closeDate')}`,
  }
}

const newest = 'order by t.created_at desc, t.id desc limit 50'

/** As one condition, with names or without; all that are found, then sorted; the newest of each owner and team, then the newest of those. */
const listWays = ({ select, table, joins }: Place): readonly string[] => {
  const range = (condition: string): string =>
    `(select t.created_at, t.id from ${table} t where t.deleted_at is null and ${condition} ${newest})`
  return [
    `${select} from ${table} t ${joins} where t.deleted_at is null and ${mine} ${newest}`,
    `with page as materialized (select t.id from ${table} t where t.deleted_at is null and ${mine} ${newest})
      ${select} from page join ${table} t on t.id = page.id ${joins} ${newest}`,
    `with found as materialized (select t.created_at, t.id from ${table} t where t.deleted_at is null and ${mine}),
      page as (select t.id from found t ${newest})
      ${select} from page join ${table} t on t.id = page.id ${joins} ${newest}`,
    `with page as materialized (select t.id from (${range('t.owner_id = $1')} union ${range('t.owner_id is null and t.created_by = $1')}
        union select x.* from unnest($2::uuid[]) m(team) cross join lateral ${range('t.team_id = m.team')} x) t ${newest})
      ${select} from page join ${table} t on t.id = page.id ${joins} ${newest}`,
  ]
}

const filteredWays = ({ select, table, joins, filter, closeDate }: Place): readonly string[] => {
  const order = `order by ${closeDate}, t.id limit 50`
  const where = `where t.deleted_at is null and ${mine} and ${filter}`
  return [
    `${select} from ${table} t ${joins} ${where} ${order}`,
    `with page as materialized (select t.id from ${table} t ${where} ${order})
      ${select} from page join ${table} t on t.id = page.id ${joins} ${order}`,
    `with found as materialized (select ${closeDate}, t.id from ${table} t ${where}), page as (select t.id from found t ${order})
      ${select} from page join ${table} t on t.id = page.id ${joins} ${order}`,
  ]
}

/** Enough for PostgreSQL to have decided on a plan that it keeps, and for some more. */
const runs = 24

const fastest = async (
  database: pg.Pool,
  ways: readonly string[],
  values: readonly (readonly unknown[])[],
): Promise<string> => {
  const client = await database.connect()
  try {
    const found: { readonly text: string; readonly time: number }[] = []
    for (const text of ways) {
      const times: number[] = []
      const name = `way ${text.length} ${Math.random()}`
      for (let run = 0; run < runs; run += 1) {
        const start = performance.now()
        await client.query({ name, text, values: [...(values[run % values.length] ?? [])] })
        times.push(performance.now() - start)
      }
      found.push({ text, time: median(times.slice(runs / 2)) })
    }
    const best = found.toSorted((a, b) => a.time - b.time)[0]
    if (best === undefined) throw new Error('there is no way')
    return best.text
  } finally {
    client.release()
  }
}
