import type { AccessQuestion } from '@telar/client'
import { createContext, use } from 'react'

/** Opens the explanation of a right. */
export type AskWhy = (question: AccessQuestion) => void

const WhyContext = createContext<AskWhy | null>(null)

export const WhyProvider = WhyContext.Provider

/** Where nobody explains, there is nothing to ask. */
export const useWhy = (): AskWhy | null => use(WhyContext)
