import { Alert } from '@mantine/core'
import { isTelarError } from '@telar/client'
import { useTranslation } from 'react-i18next'
import { durationText } from './duration-text.ts'
import { useWait, waitOf } from './use-wait.ts'

interface RefusalProps {
  readonly error: unknown
  /** Said instead of the server's words, by status. */
  readonly instead?: Readonly<Record<number, string>>
}

/** Why the server refused, once above a form; what is about one field stands below that field. */
export function Refusal({ error, instead = {} }: RefusalProps) {
  const { t, i18n } = useTranslation()
  const left = useWait(error)
  if (error === null || error === undefined) return null
  if (isTelarError(error) && error.status === 422 && error.issues.length > 0) return null
  if (waitOf(error) > 0 && left === 0) return null
  const text = () => {
    if (!isTelarError(error)) return t('state.unexpected')
    if (error.status === 0) return t('state.offline')
    const wait = waitOf(error)
    if (wait > 0) return t('auth.tooMany', { time: durationText(wait, i18n.language) })
    return instead[error.status] ?? error.message
  }
  return (
    <Alert color="red" variant="light" role="alert">
      {text()}
    </Alert>
  )
}
