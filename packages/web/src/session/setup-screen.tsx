import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { queryClient } from '../app/query-client.ts'
import { enter } from './enter.ts'
import { EntryPage } from './entry-page.tsx'
import { issuesOf } from './issues-of.ts'
import { NewPasswordInput } from './new-password-input.tsx'
import { shortestPassword } from './password-rules.ts'
import { Refusal } from './refusal.tsx'
import { SendButton } from './send-button.tsx'
import { useLinkToken } from './use-link-token.ts'

/** The first visit of a new installation: makes the administrator and signs them in. */
export function SetupScreen() {
  const { t } = useTranslation()
  const token = useLinkToken(useSearch({ from: '/setup' }).token)
  const form = useForm({
    initialValues: { token: token ?? '', name: '', email: '', password: '' },
    validate: {
      token: (value) => (value.trim() === '' ? t('validation.required') : null),
      name: (value) => (value.trim() === '' ? t('auth.nameMissing') : null),
      email: (value) => (value.includes('@') ? null : t('auth.emailOdd')),
      password: (value) => (value.length < shortestPassword ? t('auth.passwordShort') : null),
    },
  })
  const setup = useMutation({
    mutationFn: async (values: typeof form.values) => {
      const request = { ...values, token: values.token.trim(), email: values.email.trim() }
      await client.auth.setup(request)
      if ((await client.auth.session()) === null) await client.auth.signIn(request.email, request.password)
    },
    onSuccess: () => {
      queryClient.clear()
      enter('/')
    },
    onError: (error) => form.setErrors(issuesOf(error)),
  })
  return (
    <EntryPage title={t('auth.setupTitle')} lead={t('auth.setupLead')}>
      <form noValidate onSubmit={form.onSubmit((values) => setup.mutate(values))}>
        <Stack gap="md">
          <Refusal error={setup.error} />
          {token === undefined ? (
            <TextInput
              label={t('auth.setupToken')}
              description={t('auth.setupTokenHelp')}
              size="sm"
              {...form.getInputProps('token')}
            />
          ) : null}
          <TextInput label={t('auth.name')} autoComplete="name" autoFocus size="sm" {...form.getInputProps('name')} />
          <TextInput
            label={t('auth.email')}
            type="email"
            autoComplete="username"
            size="sm"
            {...form.getInputProps('email')}
          />
          <NewPasswordInput
            label={t('auth.password')}
            owner={form.values}
            {...form.getInputProps('password')}
            value={form.values.password}
          />
          <SendButton label={t('auth.setupButton')} isBusy={setup.isPending || setup.isSuccess} error={setup.error} />
        </Stack>
      </form>
    </EntryPage>
  )
}
