import { ErrorState, useTitle, Waiting } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { AboutMe } from './about-me.tsx'
import { KeysSection } from './keys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { RightsSection } from './rights-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { TwoFactorSection } from './two-factor-section.tsx'
import { useMe, useSecurity } from './use-account.ts'
import classes from './profile.module.css'

/** Everything about oneself: how one appears, how the account is kept safe, what one may do. */
export function ProfileScreen() {
  const { t } = useTranslation()
  useTitle(t('profile.title'))
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <h1>{t('profile.title')}</h1>
      </header>
      <Sections />
    </div>
  )
}

function Sections() {
  const me = useMe()
  const security = useSecurity()
  const error = me.error ?? security.error
  if (error !== null)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void me.refetch()
          void security.refetch()
        }}
      />
    )
  if (me.data === undefined || security.data === undefined) return <Waiting />
  return (
    // Scrolls by itself, so the keyboard must be able to get there.
    <div className={classes['body']} tabIndex={0}>
      <AboutMe me={me.data} />
      <PasswordSection security={security.data} />
      <TwoFactorSection security={security.data} />
      <SessionsSection />
      <KeysSection me={me.data} />
      <RightsSection me={me.data} />
    </div>
  )
}
