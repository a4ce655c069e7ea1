/** Where sign-in reports what an operator should see; messages carry no password, token or key. */
export type AuthLog = (level: LogLevel, message: string) => void

type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Takes better-auth's reports: of what it adds to a message only errors are kept, and of those only the words. */
export const engineLog =
  (log: AuthLog) =>
  (level: LogLevel, ...parts: readonly unknown[]): void => {
    const words = parts.flatMap((part) =>
      part instanceof Error ? [part.message] : typeof part === 'string' ? [part] : [],
    )
    // A refused caller is news, not a fault of ours.
    const isRefusal = parts.some((part) => part instanceof Error && part.name === 'APIError')
    log(isRefusal && level === 'error' ? 'warn' : level, `sign-in: ${words.join(' ')}`)
  }
