import { useQueryClient } from '@tanstack/react-query'
import { toast, useWorkspace } from '@telar/ui'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { adminKey } from './admin-queries.ts'
import { refusalText } from './refusal-text.ts'

/** Does it, reads everything anew and says why not if it was refused; answers whether it was done. */
export type AdminChange = (act: () => Promise<unknown>) => Promise<boolean>

export const useAdminChange = (): AdminChange => {
  const { t } = useTranslation()
  const refresh = useRefresh()
  return useCallback(
    async (act) => {
      try {
        await act()
        return true
      } catch (error) {
        toast({ isError: true, message: refusalText(error, t) })
        return false
      } finally {
        await refresh()
      }
    },
    [refresh, t],
  )
}

/** Names of people and teams stand in the model too. */
export const useRefresh = (): (() => Promise<void>) => {
  const { client } = useWorkspace()
  const queries = useQueryClient()
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: adminKey(client.slug) }),
      queries.invalidateQueries({ queryKey: ['model', client.slug] }),
    ])
  }, [client, queries])
}
