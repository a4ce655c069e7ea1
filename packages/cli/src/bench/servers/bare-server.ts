import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import type { BareStatements } from './bare-statements.ts'

// The server to compare with: Hono and pg, as one would write it for one table, and nothing else.
interface Order {
  readonly connectionString: string
  readonly statements: BareStatements
}

// oxlint-disable-next-line no-unsafe-type-assertion -- written by the process that starts this one
const { connectionString, statements } = JSON.parse(process.argv[2] ?? '{}') as Order

const pool = new pg.Pool({ connectionString, max: 20 })

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

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ ready: true, address: `http://127.0.0.1:${port}` })}\n`)
})
