import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { isTelarError } from '@telar/client'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { queryClient } from '../app/query-client.ts'
import { enter } from './enter.ts'
import { EntryPage } from './entry-page.tsx'

/** Sign in with email and password. */
export function SignInScreen() {
  const { t } = useTranslation()
  const { to } = useSearch({ from: '/sign-in' })
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('auth.emailOdd')),
      password: (value) => (value === '' ? t('validation.required') : null),
    },
  })
  const signIn = useMutation({
    mutationFn: ({ email, password }: typeof form.values) => client.auth.signIn(email.trim(), password),
    onSuccess: () => {
      queryClient.clear()
      enter(to)
    },
  })
  return (
    <EntryPage title={t('auth.signInTitle')}>
      <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack gap="md">
          {signIn.error === null ? null : (
            <Alert color="red" variant="light" role="alert">
              {messageOf(signIn.error, t('auth.wrong'), t('state.offline'))}
            </Alert>
          )}
          <TextInput
            label={t('auth.email')}
            type="email"
            autoComplete="username"
            autoFocus
            size="sm"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('auth.password')}
            autoComplete="current-password"
            size="sm"
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="sm" fullWidth loading={signIn.isPending || signIn.isSuccess}>
            {t('auth.signIn')}
          </Button>
        </Stack>
      </form>
    </EntryPage>
  )
}

const messageOf = (error: Error, wrong: string, offline: string): string => {
  if (!isTelarError(error)) return error.message
  if (error.status === 0) return offline
  return error.status === 401 ? wrong : error.message
}
