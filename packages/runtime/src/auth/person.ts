import { languages, type Language } from '@telar/metadata'
import { records, type Database } from '../database/pool.ts'
import { sql, type Sql } from '../database/sql.ts'

/** Somebody who can sign in, or was invited to. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  /** The language of mails to this person, where it is known. */
  readonly language: Language | undefined
  readonly isBlocked: boolean
  readonly hasPassword: boolean
  /** Signs in through the identity provider. */
  readonly hasOidc: boolean
  readonly hasTwoFactor: boolean
}

/** Those who sign in, told by their id or their e-mail address. */
export type PersonKey = { readonly id: string } | { readonly email: string }

export const findPerson = async (database: Database, key: PersonKey): Promise<Person | undefined> => {
  const condition = 'id' in key ? sql`u.id = ${key.id}` : sql`u.email = ${key.email.toLowerCase()}`
  return (await records(database, personQuery(condition))).map(personOf)[0]
}

const personQuery = (condition: Sql): Sql => sql`
  select u.id, u.name, u.email, u.language, u.banned, u."twoFactorEnabled" as two_factor,
    exists(select from telar.account a where a."userId" = u.id and a."providerId" = 'credential') as has_password,
    exists(select from telar.account a where a."userId" = u.id and a."providerId" <> 'credential') as has_oidc
  from telar."user" u where ${condition}`

const personOf = (row: Readonly<Record<string, unknown>>): Person => ({
  id: String(row['id']),
  name: String(row['name']),
  email: String(row['email']),
  language: languages.find((known) => known === row['language']),
  isBlocked: row['banned'] === true,
  hasPassword: row['has_password'] === true,
  hasOidc: row['has_oidc'] === true,
  hasTwoFactor: row['two_factor'] === true,
})
