import { useQuery } from '@tanstack/react-query'
import type { Me } from '@telar/client'
import { useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'

/** What is known of one's own account, each under its own name. */
export const accountKeys = {
  me: ['account', 'me'],
  security: ['account', 'security'],
  sessions: ['account', 'sessions'],
  keys: ['account', 'keys'],
} as const

export const useMe = () => {
  const workspace = useWorkspace().client
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: [...accountKeys.me, workspace.slug, i18n.language],
    queryFn: () => workspace.me(),
    placeholderData: (before) => before,
  })
}

export const useSecurity = () =>
  useQuery({ queryKey: accountKeys.security, queryFn: () => client.auth.profile.security() })

export const useSessions = () =>
  useQuery({ queryKey: accountKeys.sessions, queryFn: () => client.auth.sessions.list(), staleTime: 0 })

export const useKeys = () =>
  useQuery({ queryKey: accountKeys.keys, queryFn: () => client.auth.apiKeys.list(), staleTime: 0 })

interface RoleName {
  readonly name: string
  readonly title: string
}

/** The roles that a key may be limited to: one's own; whoever administers the server may take any. */
export const useKeyRoles = (me: Me): readonly RoleName[] => {
  const workspace = useWorkspace().client
  const { i18n } = useTranslation()
  const all = useQuery({
    queryKey: ['account', 'roles', workspace.slug, i18n.language],
    queryFn: () => workspace.roles.list(),
    enabled: me.administrator,
  })
  return me.administrator ? (all.data ?? []) : me.roles
}
