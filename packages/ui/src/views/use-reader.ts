import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import type { Reader } from './view.ts'

export const useReader = (): Reader => {
  const { t } = useTranslation()
  const { format, model, views } = useWorkspace()
  const { members, teams } = model
  return useMemo(() => ({ t, format, members, teams, views }), [t, format, members, teams, views])
}
