import { Navigate } from '@tanstack/react-router'
import { EmptyState, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { modulesInOrder } from './navigation.ts'

/** Until there are dashboards, the first module is the start. */
export function HomeScreen() {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const [first] = modulesInOrder(model)
  if (first === undefined)
    return (
      <EmptyState icon="stack" title={t('shell.nothingTitle')}>
        {t('shell.nothing')}
      </EmptyState>
    )
  return <Navigate to="/$module" params={{ module: first }} replace />
}
