import { isTelarError } from '@telar/client'
import { toast } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { durationText } from '../session/duration-text.ts'
import { waitOf } from '../session/use-wait.ts'

/** Says why something that has no form did not succeed. */
export const useTellError = (): ((error: unknown) => void) => {
  const { t, i18n } = useTranslation()
  return (error) => {
    const wait = waitOf(error)
    const told = isTelarError(error) && error.status > 0 ? error.message : t('state.offline')
    const message = wait > 0 ? t('auth.tooMany', { time: durationText(wait, i18n.language) }) : told
    toast({ isError: true, message })
  }
}
