import { isTelarError } from '@telar/client'
import { toast, useWhy, useWorkspace } from '@telar/ui'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { questionOf } from './question-of.ts'

interface Refused {
  readonly record?: string | undefined
  /** What is said around the server's own reason. */
  readonly message?: (reason: string) => string
}

/** Tells that something was refused; where rights were short, with the way to the reason. */
export const useRefusal = (module: string): ((error: unknown, refused?: Refused) => void) => {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const ask = useWhy()
  return useCallback(
    (error, { record, message = asItIs } = {}) => {
      const isAnswer = isTelarError(error) && error.status > 0
      const question = isAnswer && ask !== null ? questionOf(error, { module, record }) : undefined
      const known = question !== undefined && model.modules[question.module] !== undefined
      toast({
        isError: true,
        message: message(isAnswer ? (error.issues[0]?.message ?? error.message) : t('state.offline')),
        ...(question === undefined || !known ? {} : { action: { label: t('access.why'), run: () => ask?.(question) } }),
      })
    },
    [module, model, ask, t],
  )
}

const asItIs = (reason: string): string => reason

/** For forms, which say themselves what was refused: adds the way to the reason, and refuses all the same. */
export const useExplainedRefusal = (module: string, record?: string): ((error: unknown) => never) => {
  const refuse = useRefusal(module)
  return useCallback(
    (error) => {
      if (isTelarError(error) && error.status === 403) refuse(error, { record })
      throw error
    },
    [refuse, record],
  )
}
