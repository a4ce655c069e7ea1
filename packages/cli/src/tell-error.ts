import { messageOf } from '@telar/metadata'
import { TelarError } from '@telar/runtime'

/** An error as lines a person can act on: what, then where in which file. */
export const tellError = (error: unknown): readonly string[] => {
  if (!(error instanceof TelarError)) return [error instanceof Error ? error.message : String(error)]
  return [
    error.message,
    ...error.issues.map((issue) => `  ${[issue.file, issue.pointer].filter((part) => part !== undefined && part !== '').join(' ')}: ${messageOf(issue, 'en')}`),
  ]
}
