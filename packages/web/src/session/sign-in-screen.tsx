import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../app/query-client.ts'
import { enter } from './enter.ts'
import { EntryPage } from './entry-page.tsx'
import { PasswordStep } from './password-step.tsx'
import { SecondStep } from './second-step.tsx'

/** What the password step begins with when one comes back from the second: why. */
type Stage = { readonly step: 'password'; readonly refusal?: Error } | { readonly step: 'code' }

/** Sign in with email and password, with the second factor after it where somebody has one, or elsewhere. */
export function SignInScreen() {
  const { t } = useTranslation()
  const { to } = useSearch({ from: '/sign-in' })
  const [stage, setStage] = useState<Stage>({ step: 'password' })
  const done = () => {
    queryClient.clear()
    enter(to)
  }
  if (stage.step === 'code')
    return (
      <EntryPage title={t('auth.codeTitle')}>
        <SecondStep onDone={done} onBack={(refusal) => setStage({ step: 'password', ...(refusal && { refusal }) })} />
      </EntryPage>
    )
  return (
    <EntryPage title={t('auth.signInTitle')}>
      <PasswordStep
        refusal={stage.refusal}
        onStep={(step) => (step === 'done' ? done() : setStage({ step: 'code' }))}
      />
    </EntryPage>
  )
}
