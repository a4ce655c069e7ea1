import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { createPool, run } from '../database/pool.ts'
import { raw } from '../database/sql.ts'
import { uuidV7 } from '../ids/uuid-v7.ts'
import { ensureMember, listMembers, memberTable } from './members.ts'

// A name that needs quoting shows that no name is trusted.
const schema = 'ws "odd"'

let cloned: TestDatabase
let database: ReturnType<typeof createPool>

beforeAll(async () => {
  cloned = await cloneDatabase()
  database = createPool(cloned.connectionString)
  await run(database, raw('create schema "ws ""odd"""'))
  await run(database, memberTable(schema))
  await run(database, memberTable(schema))
})

afterAll(async () => {
  await database.end()
  await cloned.drop()
})

test('a sign-in becomes one member, whose name and address follow it', async () => {
  const user = { userId: uuidV7(), name: 'Ana', email: 'ana@example.com' }
  const member = await ensureMember({ database, schema }, user, uuidV7)
  expect(member).toEqual({
    ...user,
    id: expect.any(String),
    isActive: true,
    createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
  })
  expect(await ensureMember({ database, schema }, user, uuidV7)).toEqual(member)
  const renamed = await ensureMember({ database, schema }, { ...user, name: 'Ana Ruiz' }, uuidV7)
  expect(renamed).toEqual({ ...member, name: 'Ana Ruiz' })
})

test('first visits at the same moment make one member', async () => {
  const user = { userId: uuidV7(), name: 'Bea', email: 'bea@example.com' }
  const made = await Promise.all(Array.from({ length: 8 }, () => ensureMember({ database, schema }, user, uuidV7)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
})

test('members are listed by name as people sort it', async () => {
  for (const name of ['Zoe', 'Ángel', 'ñandú']) {
    await ensureMember({ database, schema }, { userId: uuidV7(), name, email: `${name}@example.com` }, uuidV7)
  }
  expect((await listMembers({ database, schema })).map(({ name }) => name)).toEqual([
    'Ana Ruiz',
    'Ángel',
    'Bea',
    'ñandú',
    'Zoe',
  ])
})
