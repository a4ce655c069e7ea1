import pg from 'pg'
import { expect, it } from 'vitest'
import { cloneDatabase } from './database.ts'

it('gives each caller a database of its own with the extensions Telar needs', async () => {
  const [one, other] = await Promise.all([cloneDatabase(), cloneDatabase()])
  const client = new pg.Client({ connectionString: one.connectionString })
  await client.connect()
  const { rows } = await client.query(
    `select similarity('ñandú', 'ñandu') > 0 as "isAlike", unaccent('ñandú') as plain`,
  )
  await client.end()
  await Promise.all([one.drop(), other.drop()])
  expect(rows).toEqual([{ isAlike: true, plain: 'nandu' }])
  expect(one.connectionString).not.toBe(other.connectionString)
})
