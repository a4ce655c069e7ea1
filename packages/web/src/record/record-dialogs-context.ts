import type { RecordData } from '@telar/client'
import type { JsonObject } from '@telar/metadata'
import type { Reference } from '@telar/ui'
import { createContext, use } from 'react'

export interface CreateOptions {
  readonly module: string
  /** Values to begin with, such as the account whose contact is made. */
  readonly values?: JsonObject
  /** What was typed where the record was missed. */
  readonly text?: string
  readonly onCreated?: (reference: Reference) => void
}

export interface EditOptions {
  readonly module: string
  readonly record: RecordData
}

/** The forms that any screen can open. */
export interface RecordDialogs {
  readonly create: (options: CreateOptions) => void
  readonly edit: (options: EditOptions) => void
}

const RecordDialogsContext = createContext<RecordDialogs | null>(null)

export const RecordDialogsProvider = RecordDialogsContext.Provider

export const useRecordDialogs = (): RecordDialogs => {
  const dialogs = use(RecordDialogsContext)
  if (dialogs === null) throw new Error('This screen must stand inside RecordDialogs.')
  return dialogs
}
