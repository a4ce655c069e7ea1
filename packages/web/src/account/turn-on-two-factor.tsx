import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { TwoFactorStart } from '@telar/client'
import { toast } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { issuesOf } from '../session/issues-of.ts'
import { Refusal } from '../session/refusal.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import { CopyButton } from './copy-button.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import classes from './profile.module.css'

type Step =
  | { readonly step: 'password' }
  | { readonly step: 'scan'; readonly start: TwoFactorStart }
  | { readonly step: 'codes'; readonly codes: readonly string[] }

/** Password, authenticator, recovery codes: one after the other. */
export function TurnOnTwoFactor({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [stage, setStage] = useState<Step>({ step: 'password' })
  const title = stage.step === 'codes' ? t('profile.recovery') : t('profile.twoFactor')
  return (
    <AccountDialog title={title} onClose={onClose} isFirm={stage.step !== 'password'}>
      {stage.step === 'password' ? (
        <ConfirmPassword
          lead={t('profile.passwordFirst')}
          label={t('profile.goOn')}
          send={client.auth.twoFactor.start}
          onCancel={onClose}
          onDone={(start) => setStage({ step: 'scan', start })}
        />
      ) : null}
      {stage.step === 'scan' ? (
        <Scan
          uri={stage.start.uri}
          onCancel={onClose}
          onDone={() => {
            toast({ message: t('profile.turnedOn') })
            setStage({ step: 'codes', codes: stage.start.recoveryCodes })
          }}
        />
      ) : null}
      {stage.step === 'codes' ? <RecoveryCodes codes={stage.codes} onDone={onClose} /> : null}
    </AccountDialog>
  )
}

interface ScanProps {
  readonly uri: string
  readonly onCancel: () => void
  readonly onDone: () => void
}

function Scan({ uri, onCancel, onDone }: ScanProps) {
  const { t } = useTranslation()
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (/^\d{6}$/.test(value.replaceAll(/\s/g, '')) ? null : t('auth.codeOdd')) },
  })
  const confirm = useMutation({
    mutationFn: ({ code }: typeof form.values) => client.auth.twoFactor.verify(code.replaceAll(/\s/g, '')),
    onSuccess: onDone,
    onError: (error) => form.setErrors(issuesOf(error)),
  })
  return (
    <form noValidate onSubmit={form.onSubmit((values) => confirm.mutate(values))}>
      <Stack gap="md">
        <div className={classes['scan']}>
          <QrCode text={uri} label={t('profile.qr')} />
          <Stack gap="md">
            <Text size="sm">{t('profile.scan')}</Text>
            <Text size="sm" c="dimmed">
              {t('profile.bySecret')}
            </Text>
            <div className={classes['secret']}>
              <code translate="no">{secret.match(/.{1,4}/g)?.join(' ')}</code>
              <CopyButton text={secret} />
            </div>
          </Stack>
        </div>
        <Refusal error={confirm.error} />
        <TextInput
          label={t('auth.code')}
          description={t('profile.thenCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          size="sm"
          autoFocus
          {...form.getInputProps('code')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={confirm.isPending}>
            {t('profile.turnOn')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
