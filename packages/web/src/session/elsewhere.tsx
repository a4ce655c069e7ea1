import { Alert, Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { Refusal } from './refusal.tsx'

/** To the identity provider; the browser comes back signed in, or with a problem in the address. */
export function ElsewhereButton({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  const { to } = useSearch({ from: '/sign-in' })
  const leave = useMutation({
    mutationFn: () => client.auth.signInElsewhere(to),
    onSuccess: (address) => location.assign(address),
  })
  return (
    <Stack gap="md">
      <Refusal error={leave.error} />
      <Button
        variant="default"
        size="sm"
        fullWidth
        loading={leave.isPending || leave.isSuccess}
        onClick={() => leave.mutate()}
      >
        {t('auth.signInWith', { name })}
      </Button>
    </Stack>
  )
}

const problems = ['OIDC_UNKNOWN_PERSON', 'OIDC_EMAIL_UNVERIFIED', 'SIGN_IN_BLOCKED', 'OIDC_FAILED'] as const

/** Why one came back from the identity provider without being signed in. */
export function ElsewhereProblem({ code }: { readonly code: string | undefined }) {
  const { t } = useTranslation()
  if (code === undefined) return null
  const known = problems.find((problem) => problem === code) ?? 'OIDC_FAILED'
  return (
    <Alert color="red" variant="light" role="alert">
      {t(`auth.problems.${known}`)}
    </Alert>
  )
}
