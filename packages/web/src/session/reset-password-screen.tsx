import { Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { isTelarError, type ResetLink } from '@telar/client'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { EntryPage } from './entry-page.tsx'
import { issuesOf } from './issues-of.ts'
import { LinkMissing, LinkProblem } from './link-problem.tsx'
import { NewPasswordInput } from './new-password-input.tsx'
import { shortestPassword } from './password-rules.ts'
import { Refusal } from './refusal.tsx'
import { SendButton } from './send-button.tsx'
import { useLinkToken } from './use-link-token.ts'

/** Where the link for a new password leads. */
export function ResetPasswordScreen() {
  const { t } = useTranslation()
  const token = useLinkToken(useSearch({ from: '/reset-password' }).token)
  const link = useQuery({
    queryKey: ['reset-link'],
    queryFn: () => client.auth.passwords.findLink(token ?? ''),
    enabled: token !== undefined,
    staleTime: Infinity,
    retry: false,
  })
  if (token === undefined) return <LinkMissing canAskAgain />
  if (link.isError)
    return (
      <LinkProblem error={link.error} lead={t('auth.linkResetLead')} canAskAgain onRetry={() => void link.refetch()} />
    )
  return link.data === undefined ? null : <NewPassword token={token} link={link.data} />
}

function NewPassword({ token, link }: { readonly token: string; readonly link: ResetLink }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value.length < shortestPassword ? t('auth.passwordShort') : null) },
  })
  const reset = useMutation({
    mutationFn: ({ password }: typeof form.values) => client.auth.passwords.reset(token, password),
    onError: (error) => form.setErrors(issuesOf(error)),
  })
  if (isTelarError(reset.error) && reset.error.status === 403)
    return <LinkProblem error={reset.error} lead={t('auth.linkResetLead')} canAskAgain />
  if (reset.isSuccess)
    return (
      <EntryPage title={t('auth.resetDoneTitle')}>
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('auth.resetDone')}
          </Text>
          <Button component={Link} to="/sign-in" size="sm" autoFocus>
            {t('auth.signIn')}
          </Button>
        </Stack>
      </EntryPage>
    )
  return (
    <EntryPage title={t('auth.resetTitle')} lead={t('auth.resetLead', { email: link.email })}>
      <form noValidate onSubmit={form.onSubmit((values) => reset.mutate(values))}>
        <Stack gap="md">
          <Refusal error={reset.error} />
          {/* For the password manager: whose password this is. */}
          <input type="email" autoComplete="username" value={link.email} readOnly hidden />
          <NewPasswordInput
            label={t('auth.newPassword')}
            autoFocus
            owner={link}
            {...form.getInputProps('password')}
            value={form.values.password}
          />
          <SendButton label={t('auth.resetButton')} isBusy={reset.isPending} error={reset.error} />
        </Stack>
      </form>
    </EntryPage>
  )
}
