import { records, type Database } from '../database/pool.ts'
import { ident, sql, type Sql } from '../database/sql.ts'
import type { SignIn } from './principal.ts'

/** A person inside one workspace; records point to members, never to sign-ins (no foreign key crosses schemas). */
export interface Member {
  readonly id: string
  /** The sign-in, if the person has one. */
  readonly userId: string | undefined
  readonly name: string
  readonly email: string
  readonly isActive: boolean
  readonly createdAt: string
}

/** The table of a workspace's members. */
export const memberTable = (schema: string): Sql => sql`
  create table if not exists ${ident(schema, 'member')} (
    id uuid primary key,
    user_id uuid unique,
    name text not null,
    email text not null,
    active boolean not null default true,
    created_at timestamptz not null default clock_timestamp()
  )`

interface MembersOptions {
  readonly database: Database
  readonly schema: string
}

/** The member of a sign-in, made at its first visit; name and e-mail follow the sign-in. */
export const ensureMember = async (
  { database, schema }: MembersOptions,
  user: Pick<SignIn, 'userId' | 'name' | 'email'>,
  newId: () => string,
): Promise<Member> => {
  const table = ident(schema, 'member')
  const found = await records(database, sql`select ${columns} from ${table} where user_id = ${user.userId}`)
  const known = found.map(memberOf)[0]
  if (known !== undefined && known.name === user.name && known.email === user.email) return known
  const written = await records(
    database,
    sql`insert into ${table} (id, user_id, name, email) values (${newId()}, ${user.userId}, ${user.name}, ${user.email})
        on conflict (user_id) do update set name = excluded.name, email = excluded.email
        returning ${columns}`,
  )
  const [member] = written.map(memberOf)
  if (member === undefined) throw new Error(`no member came back for the sign-in ${user.userId}`)
  return member
}

/** Everybody of a workspace, by name. */
export const listMembers = async ({ database, schema }: MembersOptions): Promise<readonly Member[]> => {
  const found = await records(
    database,
    sql`select ${columns} from ${ident(schema, 'member')} order by name collate "und-x-icu", id`,
  )
  return found.map(memberOf)
}

const columns = sql`id, user_id, name, email, active, created_at`

const memberOf = (row: Readonly<Record<string, unknown>>): Member => ({
  id: String(row['id']),
  userId: typeof row['user_id'] === 'string' ? row['user_id'] : undefined,
  name: String(row['name']),
  email: String(row['email']),
  isActive: row['active'] === true,
  createdAt: String(row['created_at']),
})
