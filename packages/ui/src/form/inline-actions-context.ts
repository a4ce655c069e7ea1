import type { Json } from '@telar/metadata'
import { createContext, use } from 'react'
import type { FieldIssues } from '../widgets/widget.ts'

/** How a value that was edited in its place is saved. */
export interface InlineActions {
  /** Gives what is wrong, nothing when it was saved. */
  readonly commit: (field: string, value: Json) => Promise<FieldIssues>
  /** Opens the whole form, for values that cannot be edited in one line. */
  readonly editAll: () => void
}

const InlineActionsContext = createContext<InlineActions | null>(null)

export const InlineActionsProvider = InlineActionsContext.Provider

export const useInlineActions = (): InlineActions | null => use(InlineActionsContext)
