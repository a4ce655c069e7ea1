import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { isTelarError, type InvitationLink } from '@telar/client'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { queryClient } from '../app/query-client.ts'
import { enter } from './enter.ts'
import { EntryPage } from './entry-page.tsx'
import { issuesOf } from './issues-of.ts'
import { LinkMissing, LinkProblem } from './link-problem.tsx'
import { NewPasswordInput } from './new-password-input.tsx'
import { shortestPassword } from './password-rules.ts'
import { Refusal } from './refusal.tsx'
import { SendButton } from './send-button.tsx'
import { useLinkToken } from './use-link-token.ts'

/** Where the link of an invitation leads; who chooses a password here is in. */
export function InvitationScreen() {
  const { t } = useTranslation()
  const token = useLinkToken(useSearch({ from: '/invitation' }).token)
  const link = useQuery({
    queryKey: ['invitation-link'],
    queryFn: () => client.auth.invitation.find(token ?? ''),
    enabled: token !== undefined,
    staleTime: Infinity,
    retry: false,
  })
  if (token === undefined) return <LinkMissing />
  if (link.isError)
    return <LinkProblem error={link.error} lead={t('auth.linkInvitationLead')} onRetry={() => void link.refetch()} />
  return link.data === undefined ? null : <Welcome token={token} link={link.data} />
}

function Welcome({ token, link }: { readonly token: string; readonly link: InvitationLink }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { name: link.name, password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('auth.nameMissing') : null),
      password: (value) => (value.length < shortestPassword ? t('auth.passwordShort') : null),
    },
  })
  const accept = useMutation({
    mutationFn: ({ name, password }: typeof form.values) =>
      client.auth.invitation.accept({ token, name: name.trim(), password }),
    onSuccess: () => {
      queryClient.clear()
      enter('/')
    },
    onError: (error) => form.setErrors(issuesOf(error)),
  })
  if (isTelarError(accept.error) && accept.error.status === 403)
    return <LinkProblem error={accept.error} lead={t('auth.linkInvitationLead')} />
  return (
    <EntryPage
      title={t('auth.invitationTitle', { name: link.name })}
      lead={t('auth.invitationLead', { email: link.email })}
    >
      <form noValidate onSubmit={form.onSubmit((values) => accept.mutate(values))}>
        <Stack gap="md">
          <Refusal error={accept.error} />
          <input type="email" autoComplete="username" value={link.email} readOnly hidden />
          <TextInput label={t('auth.name')} autoComplete="name" size="sm" {...form.getInputProps('name')} />
          <NewPasswordInput
            label={t('auth.password')}
            autoFocus
            owner={{ name: form.values.name, email: link.email }}
            {...form.getInputProps('password')}
            value={form.values.password}
          />
          <SendButton
            label={t('auth.invitationButton')}
            isBusy={accept.isPending || accept.isSuccess}
            error={accept.error}
          />
        </Stack>
      </form>
    </EntryPage>
  )
}
