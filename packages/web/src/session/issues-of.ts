import { isTelarError } from '@telar/client'

/** What the server says about single fields, for the form that sent them. */
export const issuesOf = (error: unknown): Readonly<Record<string, string>> =>
  isTelarError(error) ? Object.fromEntries(error.issues.map(({ pointer, message }) => [pointer.slice(1), message])) : {}
