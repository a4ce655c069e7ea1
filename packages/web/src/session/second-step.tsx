import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { isTelarError } from '@telar/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { issuesOf } from './issues-of.ts'
import { Refusal } from './refusal.tsx'
import { SendButton } from './send-button.tsx'

interface SecondStepProps {
  readonly onDone: () => void
  /** Back to the password, with the reason if there is one. */
  readonly onBack: (refusal?: Error) => void
}

/** The second factor: a code of the authenticator, or a recovery code. */
export function SecondStep({ onDone, onBack }: SecondStepProps) {
  const { t } = useTranslation()
  const [way, setWay] = useState<'app' | 'recovery'>('app')
  const form = useForm({ initialValues: { code: '', trustDevice: false } })
  const confirm = useMutation({
    mutationFn: ({ code, trustDevice }: typeof form.values) => {
      const { verify, recover } = client.auth.twoFactor
      return way === 'app' ? verify(digitsOf(code), { trustDevice }) : recover(code.trim(), { trustDevice })
    },
    onSuccess: onDone,
    onError: (error) => {
      if (isTelarError(error) && error.status === 401) return onBack(error)
      return form.setErrors(issuesOf(error))
    },
  })
  const change = () => {
    setWay(way === 'app' ? 'recovery' : 'app')
    form.setFieldValue('code', '')
    form.clearErrors()
    confirm.reset()
  }
  const send = (values: typeof form.values) => {
    const isOdd = way === 'app' ? !/^\d{6}$/.test(digitsOf(values.code)) : values.code.trim() === ''
    if (isOdd) form.setFieldError('code', way === 'app' ? t('auth.codeOdd') : t('validation.required'))
    else confirm.mutate(values)
  }
  return (
    <form noValidate onSubmit={form.onSubmit(send)}>
      <Stack gap="md">
        <Text size="sm">{way === 'app' ? t('auth.codeLead') : t('auth.recoveryLead')}</Text>
        <Refusal error={confirm.error} />
        <TextInput
          key={way}
          label={way === 'app' ? t('auth.code') : t('auth.recoveryCode')}
          autoFocus
          size="sm"
          spellCheck={false}
          autoCapitalize="off"
          {...(way === 'app' ? { autoComplete: 'one-time-code', inputMode: 'numeric' } : { autoComplete: 'off' })}
          {...form.getInputProps('code')}
        />
        <Checkbox label={t('auth.trustDevice')} {...form.getInputProps('trustDevice', { type: 'checkbox' })} />
        <SendButton
          label={t('auth.codeButton')}
          isBusy={confirm.isPending || confirm.isSuccess}
          error={confirm.error}
        />
        <Stack gap={2}>
          <Button variant="subtle" onClick={change}>
            {way === 'app' ? t('auth.useRecovery') : t('auth.useApp')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => onBack()}>
            {t('auth.back')}
          </Button>
        </Stack>
      </Stack>
    </form>
  )
}

/** Apps show the digits in two groups. */
const digitsOf = (code: string): string => code.replaceAll(/\s/g, '')
