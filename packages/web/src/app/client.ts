import { createClient } from '@telar/client'
import { currentLanguage } from '@telar/ui'

/** The one connection of this page to the server that serves it. */
export const client = createClient({ language: currentLanguage })
