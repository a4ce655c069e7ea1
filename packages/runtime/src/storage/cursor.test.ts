import { expect, test } from 'vitest'
import { openCursor, sealCursor } from './cursor.ts'

const key = new Uint8Array(32).fill(7)
const filter = { all: [{ field: 'stage', op: 'equals', value: 'won' }] }
const query = { workspace: 'main', module: 'deal', sort: '-amount', filter }
const place = ['12.50', null, 'ñ😀', '0198c1e2-7a4b-7c3d-8e5f-0123456789ab']

test('a cursor brings back the place it was made of', () => {
  expect(openCursor(key, query, sealCursor(key, query, place))).toEqual({ ok: true, place })
})

test('the same filter with its keys in another order is the same query', () => {
  const again = { ...query, filter: { all: [{ value: 'won', op: 'equals', field: 'stage' }] } }
  expect(openCursor(key, again, sealCursor(key, query, place)).ok).toBe(true)
})

test.each([
  { workspace: 'other' },
  { module: 'lead' },
  { sort: 'amount' },
  { sort: undefined },
  { filter: undefined },
  { filter: { all: [] } },
])('with another query (%j) it is refused as such', (change) => {
  expect(openCursor(key, { ...query, ...change }, sealCursor(key, query, place))).toEqual({
    ok: false,
    reason: 'otherQuery',
  })
})

test('what was not sealed with our key, or was changed since, is damaged', () => {
  const cursor = sealCursor(key, query, place)
  const changed = Array.from(
    { length: cursor.length },
    (_, at) => `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`,
  )
  const damaged = [
    sealCursor(new Uint8Array(32), query, place),
    ...changed.slice(0, -1),
    '',
    'x',
    '%%%',
    cursor.slice(0, 30),
    cursor.repeat(2),
    'ñ'.repeat(100),
  ]
  for (const text of damaged) expect(openCursor(key, query, text)).toEqual({ ok: false, reason: 'damaged' })
})

test('nothing of the values can be read from it, and it is never the same twice', () => {
  const cursor = sealCursor(key, query, place)
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('12.50')
  expect(cursor).toMatch(/^[\w-]+$/)
  expect(sealCursor(key, query, place)).not.toBe(cursor)
})
