import type { AccessQuestion, RecordData } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { createContext, use } from 'react'

/** One record, or several to be treated alike. */
export interface RecordsOfModule {
  readonly module: ModuleView
  readonly records: readonly RecordData[]
}

/** What can be asked and said about who may do what; each opens over the screen. */
export type AccessDialog =
  | { readonly type: 'why'; readonly question: AccessQuestion; readonly isOpenQuestion: boolean }
  | { readonly type: 'who'; readonly module: ModuleView; readonly record: RecordData }
  | { readonly type: 'share'; readonly module: ModuleView; readonly record: RecordData; readonly canWrite: boolean }
  | ({ readonly type: 'assign'; readonly onDone?: () => void } & RecordsOfModule)

export type OpenAccessDialog = (dialog: AccessDialog) => void

const AccessDialogsContext = createContext<OpenAccessDialog | null>(null)

export const AccessDialogsProvider = AccessDialogsContext.Provider

export const useAccessDialogs = (): OpenAccessDialog => {
  const open = use(AccessDialogsContext)
  if (open === null) throw new Error('This screen must stand inside AccessDialogs.')
  return open
}
