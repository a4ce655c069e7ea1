import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import type { Reader } from './view.ts'

export const useReader = (): Reader => {
  const { t } = useTranslation()
  const { format, model, views } = useWorkspace()
  return useMemo(() => ({ t, format, members: model.members, views }), [t, format, model.members, views])
}
