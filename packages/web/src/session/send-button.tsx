import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { durationText } from './duration-text.ts'
import { useWait } from './use-wait.ts'

interface SendButtonProps {
  readonly label: string
  readonly isBusy: boolean
  /** What the last try met: after too many of them the button says how long to wait. */
  readonly error: unknown
}

/** Sends a form of the pages before one is signed in. */
export function SendButton({ label, isBusy, error }: SendButtonProps) {
  const { t, i18n } = useTranslation()
  const wait = useWait(error)
  return (
    <Button type="submit" size="sm" fullWidth loading={isBusy} disabled={wait > 0}>
      {wait > 0 ? t('auth.waitFor', { time: durationText(wait, i18n.language) }) : label}
    </Button>
  )
}
