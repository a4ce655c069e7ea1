import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { AccountDialog } from './account-dialog.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Other recovery codes than before. */
export function NewRecoveryCodes({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [codes, setCodes] = useState<readonly string[]>()
  return (
    <AccountDialog title={t('profile.recovery')} onClose={onClose} isFirm={codes !== undefined}>
      {codes === undefined ? (
        <ConfirmPassword
          lead={t('profile.recoveryNewLead')}
          label={t('profile.recoveryNew')}
          send={client.auth.twoFactor.renewCodes}
          onCancel={onClose}
          onDone={setCodes}
        />
      ) : (
        <RecoveryCodes codes={codes} onDone={onClose} />
      )}
    </AccountDialog>
  )
}
