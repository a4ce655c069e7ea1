import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Invitation, OwnedRecords, People, Person, RoleSummary, TeamNode } from '@telar/client'
import { useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'

/** Everything below this key is read anew when something of the administration has changed. */
export const adminKey = (workspace: string): readonly string[] => ['admin', workspace]

/** Titles come in the reader's language. */
const useKey = (...parts: readonly string[]): readonly string[] => {
  const { client } = useWorkspace()
  const { i18n } = useTranslation()
  return [...adminKey(client.slug), i18n.language, ...parts]
}

export const usePeople = (): UseQueryResult<People> => {
  const { client } = useWorkspace()
  return useQuery({ queryKey: useKey('people'), queryFn: () => client.people.list() })
}

export interface PersonInFull {
  readonly person: Person
  readonly owns: readonly OwnedRecords[]
}

export const usePerson = (id: string): UseQueryResult<PersonInFull> => {
  const { client } = useWorkspace()
  return useQuery({ queryKey: useKey('person', id), queryFn: () => client.people.get(id) })
}

export const useInvitations = (isAllowed: boolean): UseQueryResult<readonly Invitation[]> => {
  const { client } = useWorkspace()
  return useQuery({ queryKey: useKey('invitations'), enabled: isAllowed, queryFn: () => client.invitations.list() })
}

export const useTeams = (): UseQueryResult<readonly TeamNode[]> => {
  const { client } = useWorkspace()
  return useQuery({ queryKey: useKey('teams'), queryFn: () => client.teams.list() })
}

/** Roles by name; whoever reads the audit only need not be allowed to see them. */
export const useRoles = (isAllowed = true): readonly RoleSummary[] => {
  const { client } = useWorkspace()
  const { data } = useQuery({ queryKey: useKey('roles'), enabled: isAllowed, queryFn: () => client.roles.list() })
  return data ?? none
}

const none: readonly RoleSummary[] = []
