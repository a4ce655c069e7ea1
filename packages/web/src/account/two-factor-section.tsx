import { Badge, Button, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { Security } from '@telar/client'
import { toast } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { AccountDialog } from './account-dialog.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import { NewRecoveryCodes } from './new-recovery-codes.tsx'
import { ProfileSection } from './profile-section.tsx'
import { TurnOnTwoFactor } from './turn-on-two-factor.tsx'
import { accountKeys } from './use-account.ts'
import classes from './profile.module.css'

/** The second factor: on, off, and the codes for the day the phone is lost. */
export function TwoFactorSection({ security }: { readonly security: Security }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'on' | 'off' | 'codes'>()
  const refresh = () => void queries.invalidateQueries({ queryKey: accountKeys.security })
  const close = () => {
    setOpen(undefined)
    refresh()
  }
  return (
    <ProfileSection title={t('profile.twoFactor')} lead={t('profile.twoFactorLead')}>
      <State security={security} />
      {security.hasPassword ? (
        <div className={classes['buttons']}>
          {security.twoFactor ? (
            <>
              <Button variant="default" onClick={() => setOpen('codes')}>
                {t('profile.recoveryNew')}
              </Button>
              <Button variant="default" onClick={() => setOpen('off')}>
                {t('profile.turnOff')}
              </Button>
            </>
          ) : (
            <Button onClick={() => setOpen('on')}>{t('profile.turnOn')}</Button>
          )}
        </div>
      ) : null}
      {open === 'on' ? <TurnOnTwoFactor onClose={close} /> : null}
      {open === 'codes' ? <NewRecoveryCodes onClose={close} /> : null}
      {open === 'off' ? (
        <AccountDialog title={t('profile.twoFactor')} onClose={close}>
          <ConfirmPassword
            lead={t('profile.turnOffLead')}
            label={t('profile.turnOff')}
            isGrave
            send={client.auth.twoFactor.stop}
            onCancel={close}
            onDone={() => {
              toast({ message: t('profile.turnedOff') })
              close()
            }}
          />
        </AccountDialog>
      ) : null}
    </ProfileSection>
  )
}

function State({ security }: { readonly security: Security }) {
  const { t } = useTranslation()
  if (!security.hasPassword) return <Text size="sm">{t('profile.twoFactorElsewhere')}</Text>
  return (
    <div className={classes['state']}>
      <Badge color={security.twoFactor ? 'green' : 'gray'}>
        {security.twoFactor ? t('profile.twoFactorOn') : t('profile.twoFactorOff')}
      </Badge>
      {security.twoFactor ? (
        <span className="dimmed">{t('profile.recoveryLeft', { count: security.recoveryCodesLeft })}</span>
      ) : null}
    </div>
  )
}
