import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import type { BareStatements } from './bare-statements.ts'
import type { ScopeStatements } from './scope-statements.ts'

// The server to compare with: Hono and pg, as one would write it for one table, and nothing else.
interface Order {
  readonly connectionString: string
  readonly statements: BareStatements
  /** By the names of scopes. */
  readonly scopes: Readonly<Record<string, ScopeStatements>>
}

// oxlint-disable-next-line no-unsafe-type-assertion -- written by the process that starts this one
const { connectionString, statements, scopes } = JSON.parse(process.argv[2] ?? '{}') as Order

// What is short is not worth compiling, nor many orders of joins worth trying: as in the server that it stands beside.
const pool = new pg.Pool({ connectionString, max: 20, options: '-c jit=off -c join_collapse_limit=4' })

/** Prepared once on each connection, as anybody would who cares for speed. */
const query = <Row extends pg.QueryResultRow>(
  name: 'read' | 'list' | 'count' | 'create' | 'patch' | 'aggregate',
  values: readonly unknown[],
) => pool.query<Row>({ name, text: statements[name], values: [...values] })

const app = new Hono()

app.get('/deals/:id', async (context) => {
  const { rows } = await query('read', [context.req.param('id')])
  return rows[0] === undefined ? context.notFound() : context.json(rows[0])
})

app.get('/deals', async (context) => {
  const values = [context.req.query('stage'), context.req.query('least')]
  const { rows } = await query('list', values)
  if (context.req.query('count') === undefined) return context.json({ records: rows })
  const counted = await query<{ count: string }>('count', values)
  return context.json({ records: rows, count: Number(counted.rows[0]?.count) })
})

app.post('/deals', async (context) => {
  const body = await context.req.json<Record<string, unknown>>()
  const { rows } = await query(
    'create',
    statements.columns.map((column) => body[column] ?? null),
  )
  return context.json(rows[0], 201)
})

app.patch('/deals/:id', async (context) => {
  const body = await context.req.json<{ stage: string; score: number }>()
  const { rows } = await query('patch', [context.req.param('id'), body.stage, body.score])
  return rows[0] === undefined ? context.notFound() : context.json(rows[0])
})

app.post('/deals/aggregate', async (context) => {
  const { rows } = await query('aggregate', [])
  return context.json({ groups: rows })
})

/** Who asks is known, as from a session that was looked up before. */
const queryIn = (scope: string, what: 'read' | 'list' | 'filtered', values: readonly unknown[]) => {
  const found = scopes[scope]
  if (found === undefined) throw new Error(`there is no scope ${scope}`)
  const { member, teams } = found.person
  return pool.query<pg.QueryResultRow>({
    name: `${what} ${scope}`,
    text: found[what],
    values: [member, teams, ...values],
  })
}

app.get('/scopes/:scope/deals/:id', async (context) => {
  const { scope, id } = context.req.param()
  const { rows } = await queryIn(scope, 'read', [id])
  return rows[0] === undefined ? context.notFound() : context.json(rows[0])
})

app.get('/scopes/:scope/deals', async (context) => {
  const { stage, least } = context.req.query()
  const scope = context.req.param('scope')
  const { rows } = await (stage === undefined ? queryIn(scope, 'list', []) : queryIn(scope, 'filtered', [stage, least]))
  return context.json({ records: rows })
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ ready: true, address: `http://127.0.0.1:${port}` })}\n`)
})
