import type { JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { crudDefinition } from './crud-definition.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ definition: crudDefinition })
})

afterAll(() => app.stop())

const make = async (name: string, data: JsonObject): Promise<string> =>
  (await app.api.post(`/records/${name}`, data)).expect(201).string('id')

const history = async (name: string, id: string) =>
  (await app.api.get(`/records/${name}/${id}/history`)).each('entries', 'op')

it('hides the record, keeps its history, and gives it back', async () => {
  const id = await make('account', { name: 'a', code: 'back' })
  expect((await app.api.delete(`/records/account/${id}`, { version: 2 })).status).toBe(409)
  expect((await app.api.delete(`/records/account/${id}`, { version: 'x' })).status).toBe(400)
  expect((await app.api.delete(`/records/account/${id}`, { version: 1 })).status).toBe(204)
  expect((await app.api.delete(`/records/account/${id}`)).status).toBe(404)
  expect((await app.api.get(`/records/account/${id}`)).status).toBe(404)
  expect((await app.api.patch(`/records/account/${id}`, { size: 1 })).status).toBe(404)
  const deleted = await app.api.get('/records/account', {
    query: { deleted: true, filter: { field: 'code', op: 'equals', value: 'back' } },
  })
  expect(deleted.each('records', 'id')).toEqual([id])
  expect(deleted.string('records', 0, 'deletedAt'), deleted.text).toMatch(/Z"?$/)
  const restored = (await app.api.post(`/records/account/${id}/restore`)).expect(200)
  expect(restored.body).toMatchObject({ name: 'a', version: 3 })
  expect('deletedAt' in restored.body).toBe(false)
  expect((await app.api.post(`/records/account/${id}/restore`)).status).toBe(404)
  expect(await history('account', id)).toEqual(['restore', 'delete', 'create'])
})

it('is refused while records link here that must not lose their link', async () => {
  const id = await make('account', { name: 'a' })
  const kept = await make('kept', { name: 'k', account: id })
  const gone = await make('gone', { name: 'g', account: id })
  const answer = await app.api.delete(`/records/account/${id}`)
  expect([answer.status, answer.at('code'), answer.issues]).toEqual([409, 'IN_USE', [' STILL_LINKED']])
  expect((await app.api.get(`/records/gone/${gone}`)).status).toBe(200)
  await app.api.delete(`/records/kept/${kept}`)
  expect((await app.api.delete(`/records/account/${id}`)).status).toBe(204)
})

it('takes along what hangs on it, to any depth, and restore brings back exactly that', async () => {
  const id = await make('account', { name: 'a' })
  const gone = await make('gone', { name: 'g', account: id })
  const child = await make('gone', { name: 'c', parent: gone })
  const before = await make('gone', { name: 'b', account: id })
  await app.api.patch(`/records/gone/${gone}`, { parent: child })
  await app.api.delete(`/records/gone/${before}`)
  await app.api.delete(`/records/account/${id}`)
  for (const one of [gone, child]) expect((await app.api.get(`/records/gone/${one}`)).status).toBe(404)
  expect((await app.api.post(`/records/gone/${gone}/restore`)).issues).toEqual(['/account LINK_MISSING'])
  await app.api.post(`/records/account/${id}/restore`)
  expect((await app.api.get(`/records/gone/${gone}`)).body).toMatchObject({
    account: { id, label: 'a' },
    parent: { id: child },
  })
  expect((await app.api.get(`/records/gone/${child}`)).status).toBe(200)
  expect((await app.api.get(`/records/gone/${before}`)).status).toBe(404)
})

it('takes thousands along in one act, and brings them back in one', async () => {
  const id = await make('account', { name: 'root' })
  const item = (data: JsonObject) => ({ op: 'create', data: { name: 'g', ...data } })
  const children = await app.api.post('/records/gone/batch', {
    items: Array.from({ length: 500 }, () => item({ account: id })),
  })
  const parents = children.expect(200).each('results', 'id')
  const grandchildren = Array.from({ length: 1000 }, (_, index) => item({ parent: parents[index % 500] ?? null }))
  ;(await app.api.post('/records/gone/batch', { items: grandchildren })).expect(200)
  const living = async () => (await app.api.get('/records/gone?count=exact&limit=1')).at('count', 'value')
  const before = await living()
  await app.api.delete(`/records/account/${id}`)
  expect(await living()).toBe(Number(before) - 1500)
  ;(await app.api.post(`/records/account/${id}/restore`)).expect(200)
  expect(await living()).toBe(before)
})

it('clears links that may be lost, with a ledger row of the same act', async () => {
  const id = await make('account', { name: 'a' })
  const freed = await make('freed', { name: 'f', account: id })
  await app.api.delete(`/records/account/${id}`)
  const now = await app.api.get(`/records/freed/${freed}`)
  expect(now.body).toMatchObject({ account: null, version: 2 })
  const [told, deleted] = [
    await app.api.get(`/records/freed/${freed}/history`),
    await app.api.get(`/records/account/${id}/history`),
  ]
  expect(told.at('entries', 0, 'changes')).toEqual([{ field: 'account', before: { id, label: 'a' }, after: null }])
  expect(told.at('entries', 0, 'operation')).toBe(deleted.at('entries', 0, 'operation'))
})

it('is refused where a link to clear is one that its record needs', async () => {
  const id = await make('account', { name: 'a' })
  await make('bound', { name: 'b', account: id })
  const answer = await app.api.delete(`/records/account/${id}`)
  expect([answer.status, answer.at('code'), answer.issues]).toEqual([409, 'IN_USE', [' STILL_LINKED']])
  expect((await app.api.get(`/records/account/${id}`)).status).toBe(200)
})

it('gives a unique value free, and restore asks for it again', async () => {
  const id = await make('account', { name: 'a', code: 'mine' })
  await app.api.delete(`/records/account/${id}`)
  const other = await make('account', { name: 'b', code: 'mine' })
  const refused = await app.api.post(`/records/account/${id}/restore`)
  expect([refused.status, refused.issues]).toEqual([409, ['/code DUPLICATE_VALUE']])
  await app.api.delete(`/records/account/${other}`)
  expect((await app.api.post(`/records/account/${id}/restore`)).status).toBe(200)
})

it('leaves no living record on a deleted one when both happen at once', async () => {
  for (let round = 0; round < 15; round += 1) {
    const id = await make('account', { name: 'a' })
    const [gone, kept, deleted] = await Promise.all([
      app.api.post('/records/gone', { name: 'g', account: id }),
      app.api.post('/records/kept', { name: 'k', account: id }),
      app.api.delete(`/records/account/${id}`),
    ])
    const isThere = (await app.api.get(`/records/account/${id}`)).status === 200
    expect(deleted.status).toBe(isThere ? 409 : 204)
    for (const [name, made] of [
      ['gone', gone],
      ['kept', kept],
    ] as const) {
      const lives = made.status === 201 && (await app.api.get(`/records/${name}/${made.string('id')}`)).status === 200
      expect(lives && !isThere, `${name} ${made.status} ${deleted.status}`).toBe(false)
    }
  }
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
