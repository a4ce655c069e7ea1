import { Anchor, Button, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { isTelarError } from '@telar/client'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryPage } from './entry-page.tsx'
import { Refusal } from './refusal.tsx'

interface LinkProblemProps {
  readonly error: Error
  /** What to do about a link that is over. */
  readonly lead: string
  readonly canAskAgain?: boolean
  readonly onRetry?: () => void
}

/** A link that leads nowhere, and the way on. */
export function LinkProblem({ error, lead, canAskAgain = false, onRetry }: LinkProblemProps) {
  const { t } = useTranslation()
  if (isTelarError(error) && error.status === 403)
    return (
      <EntryPage title={t('auth.linkTitle')} lead={lead}>
        <WaysOn>{canAskAgain ? <AskAgain /> : null}</WaysOn>
      </EntryPage>
    )
  return (
    <EntryPage title={t('state.busyTitle')}>
      <WaysOn>
        <Refusal error={error} />
        <Button size="sm" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      </WaysOn>
    </EntryPage>
  )
}

/** The page of a link was opened, or loaded again, without the link. */
export function LinkMissing({ canAskAgain = false }: Pick<LinkProblemProps, 'canAskAgain'>) {
  const { t } = useTranslation()
  return (
    <EntryPage title={t('auth.linkAgainTitle')} lead={t('auth.linkAgain')}>
      <WaysOn>{canAskAgain ? <AskAgain /> : null}</WaysOn>
    </EntryPage>
  )
}

function AskAgain() {
  const { t } = useTranslation()
  return (
    <Button component={Link} to="/forgot-password" size="sm">
      {t('auth.askAgain')}
    </Button>
  )
}

function WaysOn({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      {children}
      <Anchor component={Link} to="/sign-in" ta="center" size="sm" className="text-link">
        {t('auth.back')}
      </Anchor>
    </Stack>
  )
}
