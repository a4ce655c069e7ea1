import { isObject, type Json, type JsonObject, listAt, numberAt, objectAt, stringAt } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type {} from '../../../../test/drivers/database-setup.ts'
import { commands } from '../commands/index.ts'
import { runCommand } from '../run-command.ts'
import { benchTable, missedTargets } from './bench-report.ts'
import { figures } from './figures/index.ts'
import { pages } from './figures/paging-memory.ts'
import type { HttpRequest } from './load/http-request.ts'
import { measures } from './measures/index.ts'
import { type Bench, openBench } from './open-bench.ts'
import { allScopes, partlyHidden } from './people/scopes.ts'
import { type BenchResult, runBench } from './run-bench.ts'

const rows = 500

/** Both servers are asked the same: every draw gives the same number. */
const drawn = 3

describe('the servers of the bench', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench({ rows, databaseUrl: inject('adminDatabase') })
  })
  afterAll(() => bench.close())

  const send = async (port: number, request: HttpRequest, headers: HttpRequest['headers'] = {}) => {
    const { method, path, body } = request
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        ...headers,
        ...request.headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    })
    const value: unknown = await answer.json()
    expect(answer.ok, JSON.stringify(value)).toBe(true)
    return isObject(value) ? value : {}
  }

  const ask = async (name: string) => {
    const measure = measures.find((one) => one.name === name)
    if (measure === undefined) throw new Error(`there is no measure ${name}`)
    const sample = { ...bench.sample, below: (limit: number) => Math.min(drawn, limit - 1) }
    return {
      ours: await send(bench.ours.port, measure.ours(sample), bench.ours.headers),
      bare: await send(bench.bare.port, measure.bare(sample)),
    }
  }

  /** What a row of the bare server says under the name of a field. */
  const bareCell = (row: JsonObject, field: string): Json => row[bench.sample.deal.columns.get(field) ?? ''] ?? null

  const recordsIn = (answer: JsonObject): readonly JsonObject[] => (listAt(answer, 'records') ?? []).filter(isObject)

  it('read the same record', async () => {
    const { ours, bare } = await ask('read')
    expect(stringAt(ours, 'id')).toBe(bench.sample.ids[drawn])
    expect(stringAt(bare, 'id')).toBe(stringAt(ours, 'id'))
    for (const field of ['name', 'code', 'email', 'stage', 'score', 'discount', 'active'])
      expect(asText(ours[field]), field).toBe(asText(bareCell(bare, field)))
    expect(stringAt(objectAt(ours, 'company') ?? {}, 'label')).toBe(stringAt(bare, 'company_label'))
  })

  it('list the same 50 records in the same order', async () => {
    const { ours, bare } = await ask('list')
    expect(recordsIn(ours)).toHaveLength(50)
    expect(recordsIn(ours).map(({ id }) => id)).toEqual(recordsIn(bare).map(({ id }) => id))
    expect(ours['count']).toBeUndefined()
  })

  it('count the same records exactly', async () => {
    const { ours, bare } = await ask('count')
    expect(recordsIn(ours)).toHaveLength(50)
    expect(objectAt(ours, 'count')).toEqual({ value: numberAt(bare, 'count'), exact: true })
    expect(numberAt(bare, 'count')).toBeGreaterThan(50)
  })

  it('create a whole record each', async () => {
    const before = await counted(bench)
    const { ours, bare } = await ask('create')
    expect(await counted(bench)).toBe(before + 2)
    expect(stringAt(ours, 'name')).toBe(`New deal ${drawn}`)
    expect(bareCell(bare, 'name')).toBe(stringAt(ours, 'name'))
    const columns = [...bench.sample.deal.columns.keys()]
    expect(columns.filter((field) => bareCell(bare, field) === null)).toEqual(['manager'])
    const fields = columns.filter((field) => !field.includes('.'))
    expect(fields.filter((field) => ours[field] === null)).toEqual(['manager'])
    expect(fields).toHaveLength(25)
  })

  it('patch the same record one after the other', async () => {
    const { ours, bare } = await ask('patch')
    expect(stringAt(ours, 'id')).toBe(stringAt(bare, 'id'))
    expect(numberAt(bare, 'version')).toBe((numberAt(ours, 'version') ?? 0) + 1)
    for (const field of ['stage', 'score']) expect(asText(ours[field]), field).toBe(asText(bareCell(bare, field)))
    expect(numberAt(ours, 'score')).toBe(drawn)
  })

  it('give the same totals', async () => {
    const { ours, bare } = await ask('aggregate')
    const groups = (answer: JsonObject) => (listAt(answer, 'groups') ?? []).filter(isObject)
    const own = groups(ours).map((group) => {
      const [count, sum] = listAt(group, 'values') ?? []
      return { stage: listAt(group, 'keys')?.[0], count, amount: isObject(sum) ? sum['amount'] : sum }
    })
    const theirs = groups(bare).map(({ stage, count, amount }) => ({ stage, count: Number(count), amount }))
    expect(own).toHaveLength(8)
    expect(new Set(own.map((group) => JSON.stringify(group)))).toEqual(
      new Set(theirs.map((group) => JSON.stringify(group))),
    )
  })

  it.each(allScopes.map(({ name }) => name))('show the same records to somebody with a scope of %s', async (name) => {
    const mine = bench.sample.scopes.get(name)?.ids ?? []
    for (const what of ['list', 'filter']) {
      const { ours, bare } = await ask(`scope ${name}: ${what}`)
      const ids = recordsIn(ours).map((record) => stringAt(record, 'id') ?? '')
      expect(ids, what).toEqual(recordsIn(bare).map(({ id }) => id))
      expect(ids.filter((id) => !mine.includes(id))).toEqual([])
    }
    const newest = await ask(`scope ${name}: list`)
    expect(recordsIn(newest.ours)).toHaveLength(Math.min(50, mine.length))
    const { ours, bare } = await ask(`scope ${name}: read`)
    expect(mine).toContain(stringAt(ours, 'id'))
    expect(stringAt(bare, 'id')).toBe(stringAt(ours, 'id'))
  })

  it('hide the same amounts', async () => {
    const { ours, bare } = await ask(`scope ${partlyHidden.name}: list`)
    const hidden = recordsIn(ours).map(({ amount }) => amount === null)
    expect(new Set(hidden)).toEqual(new Set([true, false]))
    expect(hidden).toEqual(recordsIn(bare).map((row) => bareCell(row, 'amount') === null))
  })

  it('page through every record once', async () => {
    const ids: unknown[] = []
    for await (const page of pages(bench)) ids.push(...page.map(({ id }) => id))
    expect(ids).toHaveLength(await counted(bench))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

/** The bare server leaves whole numbers as texts, as the driver gives them. */
const asText = (value: Json = null): string => JSON.stringify(value).replaceAll('"', '')

const counted = async ({ pool, sample }: Bench): Promise<number> => {
  const found = await pool.query<{ count: string }>(`select count(*) from ${sample.deal.name}`)
  return Number(found.rows[0]?.count)
}

describe('a run of the bench', () => {
  let result: BenchResult
  const told: string[] = []
  // The memory with a template takes the time of its sample data.
  const quick = [...measures.map(({ name }) => name), 'pagingMemory', 'newField', 'secondStart']
  beforeAll(async () => {
    result = await runBench({
      rows,
      seconds: 0.2,
      databaseUrl: inject('adminDatabase'),
      only: quick,
      onFound: ({ name }) => told.push(name),
    })
  })

  it('finds every measure for both servers', () => {
    expect(result.comparisons.map(({ name }) => name)).toEqual(measures.map(({ name }) => name))
    for (const { ratio, ours, bare } of result.comparisons) {
      expect(ratio).toBeGreaterThan(0)
      for (const { perSecond, median, p99 } of [ours, bare]) {
        expect(perSecond).toBeGreaterThan(0)
        expect(p99).toBeGreaterThanOrEqual(median)
      }
    }
  })

  it('finds the figures and tells everything as it comes', () => {
    expect(result.figures.map(({ name }) => name)).toEqual(['pagingMemory', 'newField', 'secondStart'])
    for (const { name, value } of result.figures.slice(1)) expect(value, name).toBeGreaterThan(0)
    expect(told).toEqual(quick)
  })

  it('is told as a Markdown table in English and Spanish', () => {
    const english = benchTable(result, '2026-01-31', 'en')
    expect(english[0]).toMatch(/^Measured on 2026-01-31 on \d+ cores with Node \d+.* and PostgreSQL \d+.*: 500 records/)
    expect(
      english.filter((line) => /^\| Read one \| .+\/s \| .+\/s \| \d+\.\d\d \| ≥ 0\.60 \|$/.test(line)),
    ).toHaveLength(1)
    const spanish = benchTable(result, '2026-01-31', 'es')
    expect(spanish).toHaveLength(english.length)
    expect(spanish.filter((line) => /^\| Leer uno \| .+ \| ≥ 0,60 \|$/.test(line))).toHaveLength(1)
  })

  it('names what missed its target', () => {
    const slow = { ...result, comparisons: result.comparisons.map((one) => ({ ...one, ratio: 0 })), figures: [] }
    expect(missedTargets(slow, 'en')).toEqual(
      measures.filter(({ target }) => target !== null).map(({ title }) => title.en),
    )
    const high = { ...result, comparisons: [], figures: result.figures.map((one) => ({ ...one, value: one.target })) }
    expect(missedTargets(high, 'en')).toHaveLength(3)
  })

  it('leaves no database behind', async () => {
    const bench = await openBench({ rows: 100, databaseUrl: inject('adminDatabase') })
    const made = new URL(bench.database.url).pathname.slice(1)
    await bench.close()
    const again = await openBench({ rows: 100, databaseUrl: inject('adminDatabase') })
    const left = await again.pool.query<{ datname: string }>('select datname from pg_database')
    await again.close()
    expect(left.rows.map(({ datname }) => datname)).not.toContain(made)
  })

  it('stops between two measures when it is told to', async () => {
    const stop = new AbortController()
    const run = runBench({
      rows: 100,
      seconds: 0.1,
      databaseUrl: inject('adminDatabase'),
      signal: stop.signal,
      onFound: () => stop.abort(),
    })
    await expect(run).rejects.toThrow('aborted')
    expect(stop.signal.aborted).toBe(true)
  })
})

it('refuses numbers that are none', async () => {
  const errors: string[] = []
  const terminal = {
    out: () => undefined,
    error: (line: string) => void errors.push(line),
    env: {},
    cwd: '.',
    ask: () => Promise.resolve(undefined),
    stopped: () => new AbortController().signal,
  }
  for (const wrong of ['--rows=many', '--rows=-1', '--seconds=0', '--seconds=1.5', '--fast'])
    expect(await runCommand(commands, ['bench', wrong], terminal), wrong).toBe(2)
  expect(errors[0]).toBe('--rows must be a whole number from 100 to 10000000.')
})

it('has a name of its own for everything it measures', () => {
  const names = [...measures, ...figures].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
