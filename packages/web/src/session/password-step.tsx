import { Anchor, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { SignInStep } from '@telar/client'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { ElsewhereButton, ElsewhereProblem } from './elsewhere.tsx'
import { Refusal } from './refusal.tsx'
import { SendButton } from './send-button.tsx'
import { useMethods } from './use-methods.ts'

interface PasswordStepProps {
  /** Why one is here again. */
  readonly refusal: Error | undefined
  readonly onStep: (step: SignInStep) => void
}

/** Who one is: email and password, or the identity provider. */
export function PasswordStep({ refusal, onStep }: PasswordStepProps) {
  const { t } = useTranslation()
  const { problem } = useSearch({ from: '/sign-in' })
  const { oidc } = useMethods()
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('auth.emailOdd')),
      password: (value) => (value === '' ? t('validation.required') : null),
    },
  })
  const signIn = useMutation({
    mutationFn: ({ email, password }: typeof form.values) => client.auth.signIn(email.trim(), password),
    onSuccess: onStep,
  })
  return (
    <Stack gap="md">
      <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack gap="md">
          {signIn.error === null && signIn.isIdle ? <ElsewhereProblem code={problem} /> : null}
          <Refusal error={signIn.error ?? refusal} instead={signIn.error === null ? {} : { 401: t('auth.wrong') }} />
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
          <SendButton label={t('auth.signIn')} isBusy={signIn.isPending || signIn.isSuccess} error={signIn.error} />
          <Anchor component={Link} to="/forgot-password" ta="center" size="sm" className="text-link">
            {t('auth.forgot')}
          </Anchor>
        </Stack>
      </form>
      {oidc === null ? null : (
        <>
          <Divider label={t('auth.or')} />
          <ElsewhereButton name={oidc.name} />
        </>
      )}
    </Stack>
  )
}
