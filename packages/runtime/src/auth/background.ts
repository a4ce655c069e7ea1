import type { AuthLog } from './auth-log.ts'

/** Work that goes on after its request was answered. */
export const createBackground = (log: AuthLog) => {
  const running = new Set<Promise<unknown>>()
  return {
    add: (work: Promise<unknown>): void => {
      const done = work
        .catch((error: unknown) => log('error', `sign-in: ${error instanceof Error ? error.message : 'unknown fault'}`))
        .finally(() => running.delete(done))
      running.add(done)
    },
    settled: () => Promise.all(running),
  }
}
