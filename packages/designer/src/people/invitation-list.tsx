import { Button, Group, UnstyledButton } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { Invitation, SentInvitation } from '@telar/client'
import { Avatar, EmptyState, ErrorState, toast, useFormat, usePhone, useWorkspace, Waiting } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInvitations } from '../data/admin-queries.ts'
import { fitsText } from '../data/fits-text.ts'
import { useAdminChange } from '../data/use-admin-change.ts'
import { InvitationLink } from './invitation-link.tsx'
import { RolePills, TeamNames } from './people-table.tsx'
import classes from '../parts/admin.module.css'

interface InvitationListProps {
  readonly text: string
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

/** Who was invited and has not come in yet. */
export function InvitationList({ text, openId, onOpen }: InvitationListProps) {
  const invitations = useInvitations(true)
  const { t } = useTranslation()
  const isPhone = usePhone()
  const [renewed, setRenewed] = useState<{ readonly name: string; readonly sent: SentInvitation }>()
  if (invitations.isPending) return <Waiting />
  if (invitations.isError) return <ErrorState error={invitations.error} onRetry={() => void invitations.refetch()} />
  const found = invitations.data.filter(({ name, email }) => fitsText(text, name, email))
  if (found.length === 0)
    return (
      <EmptyState icon="mail" title={t('people.nobodyInvited')}>
        {t('people.nobodyInvitedHelp')}
      </EmptyState>
    )
  const actionsOf = (invitation: Invitation) => (
    <InvitationActions invitation={invitation} onRenewed={(sent) => setRenewed({ name: invitation.name, sent })} />
  )
  return (
    <>
      {isPhone ? (
        <ul className={classes['cards']}>
          {found.map((invitation) => (
            <li key={invitation.id} className={classes['card']}>
              <Invited invitation={invitation} onOpen={onOpen} />
              <RolePills own={invitation.roles} />
              <span className={classes['cardFoot']}>
                <Expiry invitation={invitation} />
              </span>
              {actionsOf(invitation)}
            </li>
          ))}
        </ul>
      ) : (
        <table className={classes['table']} aria-label={t('people.invited')}>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('admin.roles')}</th>
              <th scope="col">{t('people.teams')}</th>
              <th scope="col">{t('people.expires')}</th>
              <th scope="col" aria-label={t('action.more')} />
            </tr>
          </thead>
          <tbody>
            {found.map((invitation) => (
              <tr
                key={invitation.id}
                data-clickable
                data-open={invitation.id === openId || undefined}
                onClick={() => onOpen(invitation.id)}
              >
                <td>
                  <Invited invitation={invitation} onOpen={onOpen} />
                </td>
                <td>
                  <RolePills own={invitation.roles} />
                </td>
                <td>
                  <TeamNames ids={invitation.teams} />
                </td>
                <td>
                  <Expiry invitation={invitation} />
                </td>
                <td className={classes['rowActions']} onClick={(event) => event.stopPropagation()}>
                  {actionsOf(invitation)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {renewed === undefined ? null : <InvitationLink {...renewed} onClose={() => setRenewed(undefined)} />}
    </>
  )
}

interface InvitedProps extends Pick<InvitationListProps, 'onOpen'> {
  readonly invitation: Invitation
}

function Invited({ invitation: { id, name, email }, onOpen }: InvitedProps) {
  return (
    <UnstyledButton className={classes['who']} onClick={() => onOpen(id)}>
      <Avatar name={name} round size={28} />
      <span className={classes['whoText']}>
        <span className={classes['name']}>{name}</span>
        <span className={classes['second']}>{email}</span>
      </span>
    </UnstyledButton>
  )
}

function Expiry({ invitation: { expiresAt, isExpired } }: { readonly invitation: Invitation }) {
  const { t } = useTranslation()
  const format = useFormat()
  return isExpired ? (
    <span className="pill" data-color="red">
      {t('people.expired')}
    </span>
  ) : (
    <time dateTime={expiresAt}>{format.dateTime(expiresAt)}</time>
  )
}

interface InvitationActionsProps {
  readonly invitation: Invitation
  readonly onRenewed: (sent: SentInvitation) => void
}

function InvitationActions({ invitation: { id, name, email }, onRenewed }: InvitationActionsProps) {
  const { t } = useTranslation()
  const { invitations } = useWorkspace().client
  const change = useAdminChange()
  const renew = () =>
    change(async () => {
      const sent = await invitations.renew(id)
      if (sent.link === null) toast({ message: t('people.invitationMailed', { email }) })
      else onRenewed(sent)
    })
  const revoke = async () => {
    if (await change(() => invitations.revoke(id))) toast({ message: t('people.revoked', { name }) })
  }
  const ask = () =>
    modals.openConfirmModal({
      title: t('people.revokeTitle', { name }),
      children: t('people.revokeHelp'),
      labels: { confirm: t('people.revoke'), cancel: t('action.cancel') },
      confirmProps: { color: 'red.9' },
      onConfirm: () => void revoke(),
    })
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      <Button variant="default" onClick={() => void renew()}>
        {t('people.renew')}
      </Button>
      <Button variant="subtle" color="var(--mantine-color-error)" onClick={ask}>
        {t('people.revoke')}
      </Button>
    </Group>
  )
}
