import type { Json, JsonObject } from '@telar/metadata'
import { listOf, numberOf, objectOf, textOf, textOrNull } from './parse.ts'
import type { Send } from './send.ts'

/** Somebody of the workspace as those see them who manage people. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isActive: boolean
  readonly isAdministrator: boolean
  readonly isInvited: boolean
  readonly isYou: boolean
  readonly canSignIn: boolean
  /** Names of the roles that are given to this very person. */
  readonly roles: readonly string[]
  /** Names of the roles that come with teams. */
  readonly teamRoles: readonly string[]
  /** Ids, the main one first. */
  readonly teams: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly lastSeenAt: string | null
}

/** What an application asks about its people, for its rules of access. */
export interface PersonAttribute {
  readonly name: string
  readonly title: string
}

export interface People {
  readonly people: readonly Person[]
  readonly attributes: readonly PersonAttribute[]
}

/** How many living records of a module a person owns. */
export interface OwnedRecords {
  readonly module: string
  readonly title: string
  readonly records: number
}

export interface PersonChange {
  readonly active?: boolean
  readonly roles?: readonly string[]
  /** The first is the main one. */
  readonly teams?: readonly string[]
  readonly attributes?: Readonly<Record<string, string | null>>
}

/** The people of a workspace, for those who manage them. */
export interface PeopleCare {
  readonly list: () => Promise<People>
  readonly get: (id: string) => Promise<{ readonly person: Person; readonly owns: readonly OwnedRecords[] }>
  readonly update: (id: string, change: PersonChange) => Promise<Person>
  /** Gives all records of a person to another one; answers how many. */
  readonly reassign: (id: string, to: string, modules?: readonly string[]) => Promise<number>
  readonly endSessions: (id: string) => Promise<void>
  readonly resetLink: (id: string) => Promise<{ readonly link: string; readonly expiresAt: string }>
}

export const createPeople = (send: Send, root: string): PeopleCare => {
  const of = (id: string) => `${root}/users/${encodeURIComponent(id)}`
  return {
    list: async () => {
      const answer = objectOf(await send({ path: `${root}/users` }))
      return {
        people: listOf(answer['users']).map(personOf),
        attributes: listOf(answer['attributes']).map(attributeOf),
      }
    },
    get: async (id) => {
      const answer = objectOf(await send({ path: of(id) }))
      return { person: personOf(answer['user']), owns: listOf(answer['owns']).map(ownedOf) }
    },
    update: async (id, change) =>
      personOf(objectOf(await send({ method: 'PATCH', path: of(id), body: { ...change } }))['user']),
    reassign: async (id, to, modules) => {
      const body = { to, ...(modules === undefined ? {} : { modules }) }
      return numberOf(objectOf(await send({ method: 'POST', path: `${of(id)}/reassign`, body }))['records'])
    },
    endSessions: async (id) => {
      await send({ method: 'POST', path: `${of(id)}/end-sessions` })
    },
    resetLink: async (id) => {
      const answer = objectOf(await send({ method: 'POST', path: `${of(id)}/reset-link` }))
      return { link: textOf(answer['link']), expiresAt: textOf(answer['expiresAt']) }
    },
  }
}

export const personOf = (value: unknown): Person => {
  const person = objectOf(value)
  return {
    id: textOf(person['id']),
    name: textOf(person['name']),
    email: textOf(person['email']),
    isActive: person['active'] === true,
    isAdministrator: person['isAdministrator'] === true,
    isInvited: person['isInvited'] === true,
    isYou: person['isYou'] === true,
    canSignIn: person['canSignIn'] === true,
    roles: listOf(person['roles']).map(textOf),
    teamRoles: listOf(person['teamRoles']).map(textOf),
    teams: listOf(person['teams']).map(textOf),
    attributes: textsOf(objectOf(person['attributes'])),
    lastSeenAt: textOrNull(person['lastSeenAt']),
  }
}

const textsOf = (values: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]))

const attributeOf = (value: Json): PersonAttribute => {
  const attribute = objectOf(value)
  return { name: textOf(attribute['name']), title: textOf(attribute['title']) }
}

const ownedOf = (value: Json): OwnedRecords => {
  const owned = objectOf(value)
  return { module: textOf(owned['module']), title: textOf(owned['title']), records: numberOf(owned['records']) }
}
