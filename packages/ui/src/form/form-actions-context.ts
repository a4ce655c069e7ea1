import type { Json } from '@telar/metadata'
import { createContext, use } from 'react'

/** What the editors of a form tell it. */
export interface FormActions {
  readonly change: (field: string, value: Json) => void
  readonly leave: (field: string) => void
}

const FormActionsContext = createContext<FormActions | null>(null)

export const FormActionsProvider = FormActionsContext.Provider

export const useFormActions = (): FormActions => {
  const actions = use(FormActionsContext)
  if (actions === null) throw new Error('Editors of a form must stand inside it.')
  return actions
}
