import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Json, resolve } from '@telar/metadata'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/drivers/database.ts'
import { accessTables } from '../access/access-tables.ts'
import { memberTable } from '../auth/members.ts'
import { createPool, rows, run, transaction } from '../database/pool.ts'
import { ident, raw, sql } from '../database/sql.ts'
import { uuidV7 } from '../ids/uuid-v7.ts'
import { seedPeople, type SeedPeople } from './seed-people.ts'

// A name that needs quoting shows that no name is trusted.
const schema = 'ws "odd"'

const { model } = resolve(
  new Map([
    ['roles/seller.json', { 'x-id': 'ro_aaaaaaaaaa', title: 'Seller', modules: {} }],
    ['roles/manager.json', { 'x-id': 'ro_bbbbbbbbbb', title: 'Manager', modules: {} }],
  ]),
)

const people = [
  { ref: 'ana', name: 'Ana', email: 'ana@example.com', roles: ['manager'] },
  { ref: 'bea', name: 'Bea', email: 'bea@example.com' },
]

const teams = [
  { key: 'sales', name: 'Sales', members: ['ana'] },
  { key: 'north', name: 'North', parent: 'sales', members: ['bea', 'ana'], roles: ['seller'] },
]

let cloned: TestDatabase
let pool: ReturnType<typeof createPool>
let folder: string

beforeAll(async () => {
  cloned = await cloneDatabase()
  pool = createPool(cloned.connectionString)
  folder = await mkdtemp(path.join(os.tmpdir(), 'telar-seed-'))
})

afterAll(async () => {
  await pool.end()
  await cloned.drop()
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  await run(pool, raw('drop schema if exists "ws ""odd""" cascade; create schema "ws ""odd"""'))
  await run(pool, memberTable(schema))
  await pool.query(accessTables(schema).parts.join(''))
})

const play = async (members: Json, groups: Json): Promise<SeedPeople> => {
  await writeFile(path.join(folder, 'members.json'), JSON.stringify(members))
  await writeFile(path.join(folder, 'teams.json'), JSON.stringify(groups))
  return transaction(pool, (database) => seedPeople({ database, schema, model, newId: uuidV7 }, folder))
}

const written = async () => ({
  members: await rows(pool, sql`select name, email from ${ident(schema, 'member')} order by name`),
  teams: await rows(
    pool,
    sql`select t.key, t.name, p.key from ${ident(schema, 'team')} t
        left join ${ident(schema, 'team')} p on p.id = t.parent order by t.key`,
  ),
  belonging: await rows(
    pool,
    sql`select m.name, t.key, b.place from ${ident(schema, 'team_member')} b
        join ${ident(schema, 'member')} m on m.id = b.member
        join ${ident(schema, 'team')} t on t.id = b.team order by m.name, b.place`,
  ),
  roles: await rows(
    pool,
    sql`select a.role, m.name, t.key from ${ident(schema, 'role_assignment')} a
        left join ${ident(schema, 'member')} m on m.id = a.member
        left join ${ident(schema, 'team')} t on t.id = a.team order by a.role`,
  ),
})

const all = {
  members: [
    ['Ana', 'ana@example.com'],
    ['Bea', 'bea@example.com'],
  ],
  teams: [
    ['north', 'North', 'sales'],
    ['sales', 'Sales', null],
  ],
  belonging: [
    ['Ana', 'sales', 0],
    ['Ana', 'north', 1],
    ['Bea', 'north', 0],
  ],
  roles: [
    ['ro_aaaaaaaaaa', null, 'north'],
    ['ro_bbbbbbbbbb', 'Ana', null],
  ],
}

test('people, teams, who is in them and who has which role are made', async () => {
  const found = await play(people, teams)
  expect(await written()).toEqual(all)
  expect([...found.teams.keys()]).toEqual(['sales', 'north'])
  expect(found.people.get('ana')).toMatchObject({ name: 'Ana', email: 'ana@example.com' })
  expect(found.people.get('ana')?.teams).toEqual([found.teams.get('sales'), found.teams.get('north')])
})

test('a second time changes nothing and finds the same', async () => {
  const first = await play(people, teams)
  expect(await play(people, teams)).toEqual(first)
  expect(await written()).toEqual(all)
})

test('somebody who signs in with the same address is somebody else', async () => {
  await run(
    pool,
    sql`insert into ${ident(schema, 'member')} (id, user_id, name, email)
        values (${uuidV7()}::uuid, ${uuidV7()}::uuid, 'Real Ana', 'ana@example.com')`,
  )
  await play(people, teams)
  const { members, roles } = await written()
  expect(members).toHaveLength(3)
  expect(roles.map(([, name]) => name)).not.toContain('Real Ana')
})

test.each<[string, Json, Json]>([
  ['a role that there is not', [{ ref: 'ana', name: 'Ana', email: 'a@example.com', roles: ['queen'] }], []],
  ['a team’s role that there is not', people, [{ key: 'a', name: 'A', roles: ['queen'] }]],
  ['a team below one that there is not', people, [{ key: 'a', name: 'A', parent: 'b' }]],
  ['a team below itself', people, [{ key: 'a', name: 'A', parent: 'a' }]],
  ['a member that there is not', people, [{ key: 'a', name: 'A', members: ['zoe'] }]],
])('%s is told, and nothing stays', async (_what, members, groups) => {
  await expect(play(members, groups)).rejects.toThrow('sample data')
  expect(await written()).toEqual({ members: [], teams: [], belonging: [], roles: [] })
})

test('a folder without people has none', async () => {
  await rm(path.join(folder, 'members.json'), { force: true })
  await rm(path.join(folder, 'teams.json'), { force: true })
  const found = await seedPeople({ database: pool, schema, model, newId: uuidV7 }, folder)
  expect([found.people.size, found.teams.size]).toEqual([0, 0])
})
