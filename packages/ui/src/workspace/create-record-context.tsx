import { createContext, use } from 'react'
import type { Reference } from '../views/reference-of.ts'

export interface CreateRequest {
  readonly module: string
  /** What was typed; becomes the first label field. */
  readonly text: string
  readonly onCreated: (reference: Reference) => void
}

/** Opens a small form for a new record from anywhere, such as a link picker; null where that is not offered. */
export type CreateRecord = (request: CreateRequest) => void

const CreateRecordContext = createContext<CreateRecord | null>(null)

export const CreateRecordProvider = CreateRecordContext.Provider

export const useCreateRecord = (): CreateRecord | null => use(CreateRecordContext)
