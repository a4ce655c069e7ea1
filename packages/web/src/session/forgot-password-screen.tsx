import { Anchor, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { EntryPage } from './entry-page.tsx'
import { Refusal } from './refusal.tsx'
import { SendButton } from './send-button.tsx'
import { useMethods } from './use-methods.ts'

/** Asks for a link with which to choose a new password. */
export function ForgotPasswordScreen() {
  const { t } = useTranslation()
  const { mail } = useMethods()
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.includes('@') ? null : t('auth.emailOdd')) },
  })
  const ask = useMutation({
    mutationFn: ({ email }: typeof form.values) => client.auth.passwords.requestLink(email.trim()),
  })
  const back = (
    <Anchor component={Link} to="/sign-in" ta="center" size="sm" className="text-link">
      {t('auth.back')}
    </Anchor>
  )
  if (ask.isSuccess)
    return (
      <EntryPage title={t('auth.forgotSentTitle')}>
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('auth.forgotSent', { email: form.values.email.trim() })}
          </Text>
          {back}
        </Stack>
      </EntryPage>
    )
  if (!mail)
    return (
      <EntryPage title={t('auth.forgotTitle')}>
        <Stack gap="md">
          <Text size="sm">{t('auth.forgotAsk')}</Text>
          {back}
        </Stack>
      </EntryPage>
    )
  return (
    <EntryPage title={t('auth.forgotTitle')} lead={t('auth.forgotLead')}>
      <form noValidate onSubmit={form.onSubmit((values) => ask.mutate(values))}>
        <Stack gap="md">
          <Refusal error={ask.error} />
          <TextInput
            label={t('auth.email')}
            type="email"
            autoComplete="username"
            autoFocus
            size="sm"
            {...form.getInputProps('email')}
          />
          <SendButton label={t('auth.forgotButton')} isBusy={ask.isPending} error={ask.error} />
          {back}
        </Stack>
      </form>
    </EntryPage>
  )
}
