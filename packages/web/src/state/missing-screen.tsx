import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '@telar/ui'
import { useTranslation } from 'react-i18next'

export function MissingScreen() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon="search"
      title={t('state.missingTitle')}
      action={
        <Button component={Link} to="/" variant="default">
          {t('state.goHome')}
        </Button>
      }
    >
      {t('state.missing')}
    </EmptyState>
  )
}
