import type { JsonObject } from '@telar/metadata'
import type { Answer, Api } from './api.ts'

/** What an administrator does to people and teams, by the names that tests use. */
export interface AccessDriver {
  /** The member's id of somebody who signed in or was made: by name. */
  readonly idOf: (name: string) => Promise<string>
  /** Gives somebody these roles and no others. */
  readonly giveRole: (name: string, ...roles: readonly string[]) => Promise<Answer>
  /** Makes a team below another (by its id); gives its id. */
  readonly makeTeam: (name: string, parent?: string) => Promise<string>
  /** Puts somebody into these teams and no others; the first is the main one. */
  readonly putInTeam: (name: string, ...teams: readonly string[]) => Promise<Answer>
  readonly change: (name: string, change: JsonObject) => Promise<Answer>
}

export const accessDriver = (api: Api): AccessDriver => {
  const idOf = async (name: string): Promise<string> => {
    const users = (await api.get('/users')).expect(200)
    const index = users.each('users', 'name').indexOf(name)
    if (index < 0) throw new Error(`nobody is called ${name}`)
    return users.string('users', index, 'id')
  }
  const change: AccessDriver['change'] = async (name, body) => api.patch(`/users/${await idOf(name)}`, body)
  return {
    idOf,
    change,
    giveRole: async (name, ...roles) => (await change(name, { roles })).expect(200),
    makeTeam: async (name, parent) =>
      (await api.post('/teams', { name, ...(parent === undefined ? {} : { parent }) }))
        .expect(201)
        .string('team', 'id'),
    putInTeam: async (name, ...teams) => (await change(name, { teams })).expect(200),
  }
}
