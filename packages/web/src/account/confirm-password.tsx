import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { issuesOf } from '../session/issues-of.ts'
import { Refusal } from '../session/refusal.tsx'

interface ConfirmPasswordProps<Answer> {
  readonly lead: string
  readonly label: string
  readonly isGrave?: boolean
  readonly send: (password: string) => Promise<Answer>
  readonly onDone: (answer: Answer) => void
  readonly onCancel: () => void
}

/** Only the password shows that it is still the same person who sits there. */
export function ConfirmPassword<Answer>(props: ConfirmPasswordProps<Answer>) {
  const { lead, label, isGrave = false, send, onDone, onCancel } = props
  const { t } = useTranslation()
  const { me } = useWorkspace().model
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value === '' ? t('validation.required') : null) },
  })
  const confirm = useMutation({
    mutationFn: ({ password }: typeof form.values) => send(password),
    onSuccess: onDone,
    onError: (error) => form.setErrors(issuesOf(error)),
  })
  return (
    <form noValidate onSubmit={form.onSubmit((values) => confirm.mutate(values))}>
      <Stack gap="md">
        <Text size="sm">{lead}</Text>
        <Refusal error={confirm.error} />
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        <PasswordInput
          label={t('auth.password')}
          autoComplete="current-password"
          size="sm"
          data-autofocus
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={confirm.isPending} {...(isGrave ? { color: 'red' } : {})}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
