import { Button } from '@mantine/core'
import { isTelarError, type AccessQuestion } from '@telar/client'
import { useTranslation } from 'react-i18next'
import { useWhy } from '../workspace/why-context.ts'
import { EmptyState } from './empty-state.tsx'

interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** The right that may have been missing. */
  readonly question?: AccessQuestion
}

interface Look {
  readonly icon: string
  readonly title:
    | 'state.offlineTitle'
    | 'state.busyTitle'
    | 'state.forbiddenTitle'
    | 'state.missingTitle'
    | 'state.brokenTitle'
  readonly text: 'state.offline' | 'state.busy' | 'state.forbidden' | 'state.missing' | 'state.unexpected'
}

const looks: Readonly<Record<number, Look>> = {
  0: { icon: 'wifi-off', title: 'state.offlineTitle', text: 'state.offline' },
  403: { icon: 'lock', title: 'state.forbiddenTitle', text: 'state.forbidden' },
  404: { icon: 'search', title: 'state.missingTitle', text: 'state.missing' },
  503: { icon: 'clock', title: 'state.busyTitle', text: 'state.busy' },
}

const unknown: Look = { icon: 'alert-triangle', title: 'state.brokenTitle', text: 'state.unexpected' }

/** Why there is nothing to see, in one line, and what can be done about it. */
export function ErrorState({ error, onRetry, question }: ErrorStateProps) {
  const { t } = useTranslation()
  const status = isTelarError(error) ? error.status : -1
  const look = looks[status] ?? unknown
  const ask = useWhy()
  const isOfRights = (status === 403 || status === 404) && question !== undefined && ask !== null
  const told = isTelarError(error) && looks[status] === undefined ? error.message : t(look.text)
  return (
    <EmptyState
      icon={look.icon}
      title={t(look.title)}
      action={
        isOfRights ? (
          <Button variant="default" onClick={() => ask(question)}>
            {t('access.why')}
          </Button>
        ) : onRetry === undefined ? undefined : (
          <Button variant="default" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )
      }
    >
      {told}
    </EmptyState>
  )
}
