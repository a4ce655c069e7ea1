import { useQuery } from '@tanstack/react-query'
import { createFormat, views, type RecordNavigation, type Workspace } from '@telar/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { workspaceInAddress } from '../app/workspace-address.ts'
import { localisedModel } from './localised-model.ts'

export interface WorkspaceData {
  readonly workspace: Workspace | undefined
  readonly error: unknown
  readonly retry: () => void
}

/** The workspace of this address, its definition in the reader's language. */
export const useWorkspaceData = (navigation: RecordNavigation): WorkspaceData => {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const list = useQuery({ queryKey: ['workspaces'], queryFn: () => client.workspaces() })
  const { slug: named } = workspaceInAddress(location.pathname)
  const slug = named ?? list.data?.[0]?.slug
  const connection = useMemo(() => (slug === undefined ? undefined : client.workspace(slug)), [slug])
  const model = useQuery({
    queryKey: ['model', slug, language],
    enabled: connection !== undefined,
    queryFn: async () => connection?.model() ?? Promise.reject(new Error('no workspace')),
    // The old language stays until the new one is there: no flash of an empty page.
    placeholderData: (before) => before,
    staleTime: 5 * 60_000,
  })
  const workspace = useMemo<Workspace | undefined>(() => {
    if (connection === undefined || model.data === undefined) return undefined
    const { timeZone, baseCurrency } = model.data
    const format = createFormat({ language, timeZone, baseCurrency })
    return { client: connection, model: localisedModel(model.data, t), format, views, navigation }
  }, [connection, model.data, language, navigation, t])
  return {
    workspace,
    error: list.error ?? model.error,
    retry: () => {
      void list.refetch()
      void model.refetch()
    },
  }
}
