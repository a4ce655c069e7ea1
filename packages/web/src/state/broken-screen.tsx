import { Button } from '@mantine/core'
import { EmptyState } from '@telar/ui'
import { useTranslation } from 'react-i18next'

/** A defect of ours stops one screen, never the whole application. */
export function BrokenScreen() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon="alert-triangle"
      title={t('state.brokenTitle')}
      action={<Button onClick={() => location.reload()}>{t('state.reload')}</Button>}
    >
      {t('state.broken')}
    </EmptyState>
  )
}
