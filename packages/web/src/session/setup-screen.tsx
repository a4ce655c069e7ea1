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

const shortest = 10

/** The first visit of a new installation: makes the administrator and signs them in. */
export function SetupScreen() {
  const { t } = useTranslation()
  const { token } = useSearch({ from: '/setup' })
  const form = useForm({
    initialValues: { token: token ?? '', name: '', email: '', password: '' },
    validate: {
      token: (value) => (value.trim() === '' ? t('validation.required') : null),
      name: (value) => (value.trim() === '' ? t('auth.nameMissing') : null),
      email: (value) => (value.includes('@') ? null : t('auth.emailOdd')),
      password: (value) => (value.length < shortest ? t('auth.passwordShort') : null),
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
    onError: (error) => {
      if (isTelarError(error))
        form.setErrors(Object.fromEntries(error.issues.map((issue) => [issue.pointer.slice(1), issue.message])))
    },
  })
  return (
    <EntryPage title={t('auth.setupTitle')} lead={t('auth.setupLead')}>
      <form noValidate onSubmit={form.onSubmit((values) => setup.mutate(values))}>
        <Stack gap="md">
          {setup.error === null ? null : (
            <Alert color="red" variant="light" role="alert">
              {isTelarError(setup.error) && setup.error.status === 0 ? t('state.offline') : setup.error.message}
            </Alert>
          )}
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
          <PasswordInput
            label={t('auth.password')}
            autoComplete="new-password"
            size="sm"
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="sm" fullWidth loading={setup.isPending || setup.isSuccess}>
            {t('auth.setupButton')}
          </Button>
        </Stack>
      </form>
    </EntryPage>
  )
}
