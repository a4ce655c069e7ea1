import { ActionIcon, Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { modals } from '@mantine/modals'
import { IconKey, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiKey, Me } from '@telar/client'
import { ErrorState, toast, useFormat, Waiting } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { useNow } from '../record/use-now.ts'
import { KeyDialog } from './key-dialog.tsx'
import { listText } from './list-text.ts'
import { ProfileSection } from './profile-section.tsx'
import { accountKeys, useKeyRoles, useKeys } from './use-account.ts'
import { useTellError } from './use-tell-error.ts'
import classes from './profile.module.css'

/** Keys with which programs act as oneself. */
export function KeysSection({ me }: { readonly me: Me }) {
  const { t } = useTranslation()
  const keys = useKeys()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <ProfileSection title={t('profile.keys')} lead={t('profile.keysLead')}>
      {keys.isPending ? <Waiting rows={2} /> : null}
      {keys.isError ? <ErrorState error={keys.error} onRetry={() => void keys.refetch()} /> : null}
      {keys.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('profile.keysNone')}
        </Text>
      ) : null}
      {keys.data === undefined || keys.data.length === 0 ? null : (
        <ul className={classes['list']}>
          {keys.data.map((key) => (
            <KeyRow key={key.id} apiKey={key} me={me} />
          ))}
        </ul>
      )}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={open}>
          {t('profile.newKey')}
        </Button>
      </div>
      {isOpen ? <KeyDialog me={me} onClose={close} /> : null}
    </ProfileSection>
  )
}

function KeyRow({ apiKey, me }: { readonly apiKey: ApiKey; readonly me: Me }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const queries = useQueryClient()
  const tellError = useTellError()
  const known = useKeyRoles(me)
  const { name, start, roles, expiresAt, lastUsedAt } = apiKey
  const remove = useMutation({
    mutationFn: () => client.auth.apiKeys.remove(apiKey.id),
    onSuccess: () => toast({ message: t('profile.keyRemoved', { name }) }),
    onError: tellError,
    onSettled: () => queries.invalidateQueries({ queryKey: accountKeys.keys }),
  })
  const ask = () =>
    modals.openConfirmModal({
      title: t('profile.keyRemoveSure', { name }),
      children: t('profile.keyRemoveLead'),
      labels: { confirm: t('profile.keyRemove'), cancel: t('action.cancel') },
      confirmProps: { color: 'red' },
      closeButtonProps: { 'aria-label': t('action.close') },
      onConfirm: () => remove.mutate(),
    })
  const titleOf = (role: string) => known.find((mine) => mine.name === role)?.title ?? role
  const facts = [
    roles === null
      ? t('profile.keyRolesAll')
      : t('profile.keyRolesOf', { roles: listText(roles.map(titleOf), i18n.language) }),
    expiresAt === null ? t('profile.keyEndNone') : t('profile.keyUntil', { when: format.dateTime(expiresAt) }),
    lastUsedAt === null ? t('profile.keyUnused') : t('profile.keyUsed', { when: format.ago(lastUsedAt, now) }),
  ]
  return (
    <li>
      <IconKey size={18} stroke={1.6} aria-hidden />
      <div className={classes['what']}>
        <div className={classes['name']}>
          {name}
          <code translate="no">{start}…</code>
        </div>
        <div className={classes['facts']}>{facts.join(' · ')}</div>
      </div>
      <ActionIcon aria-label={t('field.removeNamed', { name })} loading={remove.isPending} onClick={ask}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </li>
  )
}
