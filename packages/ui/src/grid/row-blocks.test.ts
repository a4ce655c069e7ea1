import type { ListPage } from '@telar/client'
import { describe, expect, test } from 'vitest'
import { createRowBlocks, type FetchList, type RowCount } from './row-blocks.ts'

/** A list of so many records whose length is told as something else. */
const listOf = (length: number, estimate: number | null) => {
  const sorts: string[] = []
  const fetch: FetchList = ({ cursor, limit, sort }) => {
    sorts.push(sort.join(','))
    const start = Number(cursor ?? 0)
    const records = Array.from({ length: Math.max(0, Math.min(limit, length - start)) }, (_, index) => ({
      id: String(start + index),
      version: 1,
    }))
    const next = start + records.length
    const count = cursor === undefined && estimate !== null ? { value: estimate, exact: false } : null
    const page: ListPage = { records, next: next < length ? String(next) : null, count, attributes: {} }
    return Promise.resolve(page)
  }
  const counts: RowCount[] = []
  const blocks = createRowBlocks({ fetch, onCount: (count) => counts.push(count) })
  const read = (start: number, end: number, sort: readonly string[] = []) => blocks.read({ start, end, sort })
  return { blocks, read, counts, sorts }
}

describe('the length of a list', () => {
  test('is the estimate while nothing better is known', async () => {
    const { read, counts } = listOf(1000, 900)
    expect((await read(0, 100)).end).toBe(900)
    expect(counts).toEqual([{ value: 900, exact: false }])
  })

  test('is exact once the end was seen', async () => {
    const { read, counts } = listOf(150, 900)
    await read(0, 100)
    expect((await read(100, 200)).end).toBe(150)
    expect(counts.at(-1)).toEqual({ value: 150, exact: true })
  })

  test('grows beyond an estimate that was too small', async () => {
    const { read } = listOf(1000, 200)
    await read(0, 100)
    expect((await read(100, 200)).end).toBe(300)
    expect((await read(200, 300)).end).toBe(400)
  })

  test('is left open without an estimate', async () => {
    expect((await listOf(1000, null).read(0, 100)).end).toBe(undefined)
  })
})

test('another order is another walk', async () => {
  const { read, sorts } = listOf(1000, null)
  await read(0, 100, ['name'])
  await read(100, 200, ['name'])
  expect((await read(100, 200, ['-name'])).rows[0]?.id).toBe('100')
  expect(sorts).toEqual(['name', 'name', '-name', '-name'])
})
