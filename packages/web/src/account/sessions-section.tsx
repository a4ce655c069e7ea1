import { Badge, Button } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Session } from '@telar/client'
import { ErrorState, toast, useFormat, Waiting } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { useNow } from '../record/use-now.ts'
import { enter } from '../session/enter.ts'
import { ProfileSection } from './profile-section.tsx'
import { accountKeys, useSessions } from './use-account.ts'
import { useTellError } from './use-tell-error.ts'
import classes from './profile.module.css'

/** Where one is signed in, and the way to end it. */
export function SessionsSection() {
  const { t } = useTranslation()
  const sessions = useSessions()
  const others = sessions.data?.filter(({ isCurrent }) => !isCurrent) ?? []
  return (
    <ProfileSection title={t('profile.sessions')} lead={t('profile.sessionsLead')}>
      {sessions.isPending ? <Waiting rows={2} /> : null}
      {sessions.isError ? <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      {sessions.data === undefined ? null : (
        <ul className={classes['list']}>
          {sessions.data.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
      <Ends hasOthers={others.length > 0} />
    </ProfileSection>
  )
}

const phones = new Set(['Android', 'iOS', 'iPadOS'])

function SessionRow({ session }: { readonly session: Session }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const queries = useQueryClient()
  const tellError = useTellError()
  const end = useMutation({
    mutationFn: () => client.auth.sessions.end(session.id),
    onSuccess: () => toast({ message: t('profile.sessionEnded') }),
    onError: tellError,
    onSettled: () => queries.invalidateQueries({ queryKey: accountKeys.sessions }),
  })
  const { browser, system } = session
  const name =
    browser !== null && system !== null
      ? t('profile.sessionOn', { browser, system })
      : (browser ?? system ?? t('profile.sessionUnknown'))
  const facts = [
    session.address,
    ...(session.isCurrent ? [] : [t('profile.sessionUsed', { when: format.ago(session.lastUsedAt, now) })]),
    t('profile.sessionSince', { when: format.dateTime(session.createdAt) }),
  ].filter((fact) => fact !== '')
  const Icon = phones.has(system ?? '') ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li>
      <Icon size={18} stroke={1.6} aria-hidden />
      <div className={classes['what']}>
        <div className={classes['name']}>
          {name}
          {session.isCurrent ? <Badge color="green">{t('profile.sessionHere')}</Badge> : null}
        </div>
        <div className={classes['facts']}>{facts.join(' · ')}</div>
      </div>
      {session.isCurrent ? null : (
        <Button
          variant="default"
          loading={end.isPending}
          aria-label={t('profile.endNamed', { name })}
          onClick={() => end.mutate()}
        >
          {t('profile.endSession')}
        </Button>
      )}
    </li>
  )
}

function Ends({ hasOthers }: { readonly hasOthers: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const tellError = useTellError()
  const endOthers = useMutation({
    mutationFn: () => client.auth.sessions.endOthers(),
    onSuccess: () => toast({ message: t('profile.othersEnded') }),
    onError: tellError,
    onSettled: () => queries.invalidateQueries({ queryKey: accountKeys.sessions }),
  })
  const endAll = useMutation({
    mutationFn: () => client.auth.sessions.endAll(),
    onSuccess: () => enter('/sign-in'),
    onError: tellError,
  })
  const ask = () =>
    modals.openConfirmModal({
      title: t('profile.endAllSure'),
      children: t('profile.endAllLead'),
      labels: { confirm: t('profile.endAll'), cancel: t('action.cancel') },
      confirmProps: { color: 'red' },
      closeButtonProps: { 'aria-label': t('action.close') },
      onConfirm: () => endAll.mutate(),
    })
  return (
    <div className={classes['buttons']}>
      {hasOthers ? (
        <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t('profile.endOthers')}
        </Button>
      ) : null}
      <Button variant="default" loading={endAll.isPending} onClick={ask}>
        {t('profile.endAll')}
      </Button>
    </div>
  )
}
