import type pg from 'pg'
import { rows, run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import type { FileStore } from './file-store.ts'

/** Bytes of one chunk: large enough to be few, small enough to be held by many requests at once. */
const chunkSize = 256 * 1024

/**
 * Contents as rows of chunks (decisions.md 24). Each chunk is a statement of its own: a slow upload or download holds
 * no connection while it waits for its client.
 */
export const postgresFileStore = (pool: pg.Pool): FileStore => ({
  write: async ({ schema, id }, content) => {
    let n = 0
    for await (const chunk of chunksOf(content)) {
      await run(
        pool,
        sql`insert into ${ident(schema, 'file_chunk')} (file, n, data) values (${id}::uuid, ${n}, ${chunk})`,
      )
      n += 1
    }
  },
  read: async function* ({ schema, id }, { from, to }) {
    for (let at = from; at < to;) {
      const n = Math.floor(at / chunkSize)
      const start = at - n * chunkSize
      const length = Math.min(chunkSize - start, to - at)
      const found = await rows(
        pool,
        sql`select substring(data from ${start + 1} for ${length}) from ${ident(schema, 'file_chunk')} where file = ${id}::uuid and n = ${n}`,
      )
      const data = found[0]?.[0]
      if (!Buffer.isBuffer(data) || data.length !== length) throw new Error(`chunk ${n} of the file ${id} is not whole`)
      yield data
      at += length
    }
  },
  remove: async (schema, ids) => {
    await run(pool, sql`delete from ${ident(schema, 'file_chunk')} where file = any(${[...ids]}::uuid[])`)
  },
})

async function* chunksOf(content: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let parts: Uint8Array[] = []
  let size = 0
  for await (const part of content) {
    parts.push(part)
    size += part.length
    if (size < chunkSize) continue
    const whole = Buffer.concat(parts)
    let at = 0
    for (; whole.length - at >= chunkSize; at += chunkSize) yield whole.subarray(at, at + chunkSize)
    parts = [whole.subarray(at)]
    size = whole.length - at
  }
  if (size > 0) yield Buffer.concat(parts)
}
