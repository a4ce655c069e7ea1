import { type Json, type JsonObject, ownOrders } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDrift } from '../../packages/runtime/src/storage/drift.ts'
import type { Answer } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

const telar = (languages: readonly string[]): JsonObject => ({
  name: 'words',
  title: 'Words',
  version: '1.0.0',
  languages,
})

const word: JsonObject = {
  type: 'object',
  'x-module': { name: '{name}' },
  'x-unique': [['code']],
  properties: {
    name: { type: 'string', 'x-indexed': true },
    code: { type: 'string' },
    inner: { type: 'object', properties: { name: { type: 'string' } } },
    next: { 'x-field': 'link', 'x-link': { module: 'word', inverse: 'before' } },
  },
}

const common = ['Ángel', 'ama', 'nada', 'ñandú', 'nube', 'Núria', 'zeta'].toSorted(new Intl.Collator('en').compare)
const spanish = common.toSorted(new Intl.Collator('es').compare)

beforeAll(async () => {
  app = await startTestApp({ definition: { 'telar.json': telar(['en']), 'modules/word.json': word } })
  for (const [index, name] of common.entries()) {
    const made = await app.api.post('/records/word', { name, code: `${index}`, inner: { name } })
    await app.api.patch(`/records/word/${made.expect(201).string('id')}`, { next: made.string('id') })
  }
})

afterAll(() => app.stop())

/** Names in an order, page by page. */
const paged = async (sort: string, filter: Json = null): Promise<readonly Json[]> => {
  const names: Json[] = []
  for (let cursor: Json = null; ;) {
    const query: JsonObject = { sort, filter, limit: 2, fields: 'name', ...(cursor === null ? {} : { cursor }) }
    const page: Answer = (await app.api.post('/records/word/query', query)).expect(200)
    names.push(...page.each('records', 'name'))
    cursor = page.at('next')
    if (cursor === null) return names
  }
}

const groups = async (field: string): Promise<readonly Json[]> => {
  const answer = await app.api.post('/records/word/aggregate', {
    groupBy: [{ field }],
    measures: [{ measure: 'count' }],
  })
  return answer
    .expect(200)
    .list('groups')
    .map((_, index) => answer.at('groups', index, 'keys', 0))
}

const expectOrder = async (order: readonly string[]): Promise<void> => {
  for (const sort of ['name', 'inner.name', 'next', 'next.name', 'next.inner.name']) {
    expect([sort, ...(await paged(sort))]).toEqual([sort, ...order])
    expect([sort, ...(await paged(`-${sort}`))]).toEqual([sort, ...order.toReversed()])
  }
  expect(await groups('name')).toEqual(order)
  expect(await groups('inner.name')).toEqual(order)
}

/** Where tables and indexes lie on the disk: another place means that they were written anew. */
const places = async (kind: string): Promise<readonly unknown[]> => {
  const found = await app.runtime.services.pool.query(
    `select pg_relation_filenode(oid) as place from pg_class where relnamespace = 'ws_main'::regnamespace and relkind = '${kind}' and relname not like 'ledger%' order by relname`,
  )
  return found.rows.map((row: { readonly place: unknown }) => row.place)
}

it('orders words as most languages do where the language has no order of its own', async () => {
  expect(common.indexOf('ñandú')).toBeLessThan(common.indexOf('nube'))
  await expectOrder(common)
})

it('orders them as the language does once there is one, all of them, without writing a row anew', async () => {
  const cursor = (await app.api.get('/records/word', { query: { sort: 'name', limit: 2 } })).string('next')
  const before = await places('r')
  await app.publish({ 'telar.json': telar(['es', 'en']) })
  expect(spanish.indexOf('ñandú')).toBeGreaterThan(spanish.indexOf('nube'))
  await expectOrder(spanish)
  expect(await places('r')).toEqual(before)
  const old = await app.api.get('/records/word', { query: { sort: 'name', limit: 2, cursor } })
  expect([old.status, old.at('code')]).toEqual([400, 'CURSOR_INVALID'])
  expect((await app.api.post('/records/word', { name: 'x', code: '0' })).at('code')).toBe('DUPLICATE')
})

it('keeps to it in columns and modules that come later', async () => {
  await app.publish({
    'modules/word.json': { ...word, properties: { ...(word['properties'] as JsonObject), late: { type: 'string' } } }, // oxlint-disable-line no-unsafe-type-assertion -- as written above
    'modules/later.json': { ...word, properties: { name: { type: 'string' }, code: { type: 'string' } } },
  })
  const { snapshots, pool } = app.runtime.services
  const snapshot = snapshots.current('main')
  if (snapshot === undefined) throw new Error('nothing is published')
  const { workspace, model } = snapshot
  expect(await findDrift({ connectionString: app.connectionString, schema: workspace.schema, model })).toEqual([])
  const found = await pool.query(
    `select distinct collation_name from information_schema.columns where table_schema = 'ws_main' and collation_name like '%icu'`,
  )
  expect(found.rows).toEqual([{ collation_name: 'es-x-icu' }])
})

it('says in the plan which tables stand in another order afterwards', async () => {
  const id = (await app.api.post('/changesets', { title: 'back' })).expect(201).string('id')
  await app.api.put(`/changesets/${id}/documents/telar.json`, telar(['en']))
  const plan = (await app.api.get(`/changesets/${id}/plan`)).expect(200)
  const kinds = plan.list('schema').map((_, index) => plan.at('schema', index, 'kind'))
  expect(new Set(kinds)).toEqual(new Set(['reorderText']))
})

it('finds every language with an order of its own in the database', async () => {
  const found = await app.runtime.services.pool.query(
    `select name from unnest($1::text[]) name where not exists (select from pg_collation where collname = name || '-x-icu')`,
    [[...ownOrders, 'und']],
  )
  expect(found.rows).toEqual([])
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
