import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Security } from '@telar/client'
import { toast, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { issuesOf } from '../session/issues-of.ts'
import { NewPasswordInput } from '../session/new-password-input.tsx'
import { shortestPassword } from '../session/password-rules.ts'
import { Refusal } from '../session/refusal.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { ProfileSection } from './profile-section.tsx'
import { accountKeys } from './use-account.ts'
import classes from './profile.module.css'

/** The password, where somebody has one here. */
export function PasswordSection({ security }: { readonly security: Security }) {
  const { t } = useTranslation()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <ProfileSection title={t('profile.password')} lead={t('profile.passwordLead')}>
      {security.hasPassword ? (
        <div className={classes['buttons']}>
          <Button variant="default" onClick={open}>
            {t('profile.changePassword')}
          </Button>
        </div>
      ) : (
        <Text size="sm">{t('profile.passwordElsewhere')}</Text>
      )}
      {isOpen ? (
        <AccountDialog title={t('profile.changePassword')} onClose={close}>
          <ChangePassword onDone={close} />
        </AccountDialog>
      ) : null}
    </ProfileSection>
  )
}

function ChangePassword({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { me } = useWorkspace().model
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value === '' ? t('validation.required') : null),
      newPassword: (value) => (value.length < shortestPassword ? t('auth.passwordShort') : null),
    },
  })
  const change = useMutation({
    mutationFn: ({ currentPassword, newPassword }: typeof form.values) =>
      client.auth.passwords.change(currentPassword, newPassword),
    onSuccess: () => {
      toast({ message: t('profile.passwordChanged') })
      void queries.invalidateQueries({ queryKey: accountKeys.sessions })
      onDone()
    },
    onError: (error) => form.setErrors(issuesOf(error)),
  })
  return (
    <form noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack gap="md">
        <Refusal error={change.error} />
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        <PasswordInput
          label={t('profile.currentPassword')}
          autoComplete="current-password"
          size="sm"
          data-autofocus
          {...form.getInputProps('currentPassword')}
        />
        <NewPasswordInput
          label={t('auth.newPassword')}
          owner={me}
          {...form.getInputProps('newPassword')}
          value={form.values.newPassword}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('profile.changePassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
