import type pg from 'pg'
import { stages } from './bench-definition.ts'
import { type People, personOf, type ScopePerson } from './people/fill-people.ts'
import { allScopes, round, type Scope } from './people/scopes.ts'
import { otherPeople, otherTeams } from './people/teams.ts'
import { type PhysicalTable, type PhysicalTables, schema } from './physical-table.ts'

/** How many companies the deals are spread over. */
const companies = 1000

/** What is written into a column of record `i`, by `field` or `field.part`. */
const values: Readonly<Record<string, string>> = {
  name: `'Deal number ' || i || ' of the year'`,
  code: `'D-' || lpad(i::text, 7, '0')`,
  email: `'contact' || i || '@example.com'`,
  phone: `'+3461' || lpad((i % 10000000)::text, 7, '0')`,
  website: `'https://example.com/company/' || i`,
  city: `(array['Madrid', 'Barcelona', 'Valencia', 'Sevilla', 'Bilbao', 'A Coruña', 'Málaga'])[1 + i % 7]`,
  reference: `md5(i::text)`,
  description: `'They asked for an offer of ' || (i % 90) || ' units with delivery in ' || (i % 12) || ' weeks. To be called back.'`,
  stage: `(array['${stages.join("', '")}'])[1 + (i * 7919) % ${stages.length}]`,
  source: `(array['web', 'fair', 'referral', 'call', 'partner'])[1 + i % 5]`,
  priority: `(array['low', 'normal', 'high'])[1 + i % 3]`,
  employees: `i % 5000`,
  score: `(i * 31) % 101`,
  visits: `i % 40`,
  weight: `(i % 1000) / 7.0`,
  discount: `round((i % 3000) / 100.0, 2)`,
  probability: `(i * 17) % 101`,
  amount: `round(((i::bigint * 7907) % 10000000) / 100.0, 2)`,
  'amount.currency': `'EUR'`,
  'amount.base': `round(((i::bigint * 7907) % 10000000) / 100.0, 2)`,
  closeDate: `date '2026-01-01' + i % 730`,
  nextStep: `date '2026-01-01' + i % 365`,
  meetingAt: `timestamptz '2026-01-01 08:00Z' + (i % 8000) * interval '1 hour'`,
  active: `i % 4 > 0`,
  newsletter: `i % 2 = 0`,
  company: `c.ids[1 + i % ${companies}]`,
  manager: `null`,
}

/**
 * Fills the table by one statement and the ledger from it by another: what the same number of creates would leave, in
 * seconds instead of a quarter of an hour. No validation, no statement of ours: the filling is not measured.
 */
export const fillRecords = async (
  database: pg.Pool,
  { deal, company }: PhysicalTables,
  { rows, people }: { readonly rows: number; readonly people: People },
): Promise<void> => {
  await insert(database, company, { rows: companies, expressions: { name: `'Company ' || i` } })
  await insert(database, deal, {
    rows,
    expressions: values,
    system: sharedOut(people),
    from: `cross join (select array_agg(id) as ids from ${company.name}) c cross join lateral (select ((i - 1)::bigint * 6151) % ${round} as place) p`,
  })
  for (const table of [company, deal]) {
    await database.query(`
      insert into ${schema}.ledger (at, module, record, version, op, actor, source, operation, after)
      select t.updated_at, '${table.module}', t.id, t.version, 'create', t.created_by, 'import', t.id, to_jsonb(t) - 'search' from ${table.name} t`)
    await database.query(`vacuum analyze ${table.name}`)
  }
  await database.query(`vacuum analyze ${schema}.ledger`)
}

/** Whose the records are: in every round of them, each chosen person has its places. */
const sharedOut = (people: People): Readonly<Record<string, string>> => {
  const chosen = allScopes.map((scope) => ({ scope, person: personOf(people, scope) }))
  const within = (
    say: (one: { readonly scope: Scope; readonly person: ScopePerson }) => string,
    other: string,
  ): string => `case ${chosen.map(say).join(' ')} else ${other} end`
  const one = (ids: readonly string[], turn: string): string =>
    `(array['${ids.join("','")}']::uuid[])[1 + ${turn} % ${ids.length}]`
  const others = one(people.members.slice(otherPeople.from, otherPeople.from + otherPeople.count), 'i')
  const teams = one(people.teams.slice(otherTeams.from, otherTeams.from + otherTeams.count), 'i')
  return {
    owner_id: within(
      ({ scope: { places }, person: { member } }) =>
        `when place >= ${places.from} and place < ${places.made} then '${member}'::uuid when place >= ${places.made} and place < ${places.teams} then null`,
      others,
    ),
    created_by: within(
      ({ scope: { places }, person: { member } }) =>
        `when place >= ${places.made} and place < ${places.teams} then '${member}'::uuid`,
      others,
    ),
    team_id: within(
      ({ scope: { places }, person }) =>
        `when place >= ${places.teams} and place < ${places.end} then ${one(person.teams, `(i / ${round} + i)`)}`,
      teams,
    ),
  }
}

/** The fields whose texts search finds. */
const searchedFields = ['name', 'code', 'email', 'phone', 'website', 'city', 'reference', 'description']

interface Filling {
  readonly rows: number
  readonly expressions: Readonly<Record<string, string>>
  readonly system?: Readonly<Record<string, string>>
  readonly from?: string
}

/** One record a second up to now, ids in the order of their times. */
const insert = async (
  database: pg.Pool,
  table: PhysicalTable,
  { rows, expressions, system = {}, from = '' }: Filling,
): Promise<void> => {
  const own = [...table.columns].map(([name, column]) => {
    const expression = expressions[name]
    if (expression === undefined) throw new Error(`the bench does not fill “${name}”`)
    return { column: `"${column}"`, expression }
  })
  const filled = [...Object.entries(system).map(([column, expression]) => ({ column, expression })), ...own]
  const label = expressions['name'] ?? `''`
  const searched = `lower(concat_ws(' ', ${searchedFields.flatMap((name) => expressions[name] ?? []).join(', ')}))`
  await database.query(`
    insert into ${table.name} (id, version, created_at, updated_at, label, search, ${filled.map(({ column }) => column).join(', ')})
    select uuidv7((i - ${rows}) * interval '1 second'), 1, now() + (i - ${rows}) * interval '1 second', now() + (i - ${rows}) * interval '1 second',
      ${label}, ${searched}, ${filled.map(({ expression }) => expression).join(', ')}
    from generate_series(1, ${rows}) i ${from}`)
}
