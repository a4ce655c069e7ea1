import { isTelarError } from '@telar/client'
import type { TFunction } from 'i18next'

/** Why the server did not do it, in the reader's words. */
export const refusalText = (error: unknown, t: TFunction): string => {
  if (!isTelarError(error)) return t('state.unexpected')
  if (error.status === 0) return t('state.offline')
  return error.issues[0]?.message || error.message
}

/** What was wrong with which part of a form; '' for what belongs to none. */
export const refusalsByPart = (error: unknown, t: TFunction): Readonly<Record<string, string>> => {
  const issues = isTelarError(error) ? error.issues : []
  const byPart = Object.fromEntries(issues.map((issue) => [issue.pointer.split('/')[1] ?? '', issue.message]))
  return issues.length === 0 ? { '': refusalText(error, t) } : byPart
}
