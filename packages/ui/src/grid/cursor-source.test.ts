import { describe, expect, test } from 'vitest'
import { createCursorSource, type PageRequest } from './cursor-source.ts'

/** A list of numbers that is read by cursor, and what it was asked. */
const numbers = (length: number) => {
  const asked: PageRequest[] = []
  const source = createCursorSource<number>((request) => {
    asked.push(request)
    const start = Number(request.cursor ?? 0)
    const rows = Array.from(
      { length: Math.max(0, Math.min(request.limit, length - start)) },
      (_, index) => start + index,
    )
    const next = start + rows.length
    return Promise.resolve({ rows, next: next < length ? String(next) : null })
  })
  return { source, asked }
}

describe('reading forward', () => {
  test('costs one request a block', async () => {
    const { source, asked } = numbers(1000)
    await source.block(0, 100)
    const second = await source.block(100, 200)
    expect(second.rows[0]).toBe(100)
    expect(second.rows).toHaveLength(100)
    expect(asked).toHaveLength(2)
  })

  test('says where the list ends as soon as it is seen', async () => {
    const { source } = numbers(150)
    expect((await source.block(0, 100)).end).toBe(undefined)
    expect(await source.block(100, 200)).toEqual({
      rows: Array.from({ length: 50 }, (_, index) => 100 + index),
      end: 150,
    })
    expect((await source.block(0, 100)).end).toBe(150)
  })

  test('knows that an empty list is empty', async () => {
    expect(await numbers(0).source.block(0, 100)).toEqual({ rows: [], end: 0 })
  })

  test('knows a list that ends with its last full page', async () => {
    const { source } = numbers(200)
    await source.block(0, 100)
    expect((await source.block(100, 200)).end).toBe(200)
  })
})

describe('jumping', () => {
  test('walks ahead in the longest pages and reads only the block', async () => {
    const { source, asked } = numbers(100_000)
    const { rows } = await source.block(50_000, 50_100)
    expect(rows[0]).toBe(50_000)
    expect(asked.filter(({ isSkim }) => isSkim)).toHaveLength(100)
    expect(asked.filter(({ isSkim }) => !isSkim)).toHaveLength(1)
    expect(Math.max(...asked.map(({ limit }) => limit))).toBe(500)
  })

  test('a second time takes the way that is known', async () => {
    const { source, asked } = numbers(100_000)
    await source.block(50_000, 50_100)
    const before = asked.length
    const { rows } = await source.block(49_700, 49_800)
    expect(rows[0]).toBe(49_700)
    expect(asked.length - before).toBe(2)
  })

  test('two at once share their way', async () => {
    const { source, asked } = numbers(100_000)
    const [first, second] = await Promise.all([source.block(30_000, 30_100), source.block(30_100, 30_200)])
    expect(first.rows[0]).toBe(30_000)
    expect(second.rows[0]).toBe(30_100)
    expect(asked.length).toBeLessThan(65)
  })

  test('beyond the end gives nothing and tells the end', async () => {
    const { source } = numbers(1234)
    expect(await source.block(5000, 5100)).toEqual({ rows: [], end: 1234 })
  })

  test('fails where the server fails and works again afterwards', async () => {
    let isDown = true
    const source = createCursorSource<number>(({ cursor, limit }) => {
      if (isDown) return Promise.reject(new Error('down'))
      const start = Number(cursor ?? 0)
      return Promise.resolve({
        rows: Array.from({ length: limit }, (_, index) => start + index),
        next: String(start + limit),
      })
    })
    await expect(source.block(1000, 1100)).rejects.toThrow('down')
    isDown = false
    expect((await source.block(1000, 1100)).rows[0]).toBe(1000)
  })
})

test('after a reset the way is walked anew', async () => {
  const { source, asked } = numbers(300)
  await source.block(0, 100)
  source.reset()
  await source.block(0, 100)
  expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, undefined])
})
