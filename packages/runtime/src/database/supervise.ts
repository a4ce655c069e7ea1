import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError, mainLine } from './database-error.ts'
import type { Postmaster } from './postmaster.ts'

interface Supervision {
  readonly start: () => Postmaster
  readonly onDown?: (error: DatabaseError) => void
  readonly onUp?: () => void
}

const longestPause = 5_000

/** Starts PostgreSQL again whenever it dies, until the answered function stops it for good. */
export const supervise = (first: Postmaster, { start, onDown, onUp }: Supervision): (() => Promise<void>) => {
  const stopping = new AbortController()
  let current = first

  const restart = async (): Promise<void> => {
    for (let pause = 50; !stopping.signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      current = start()
      try {
        await current.ready()
        return
      } catch {
        await current.stop()
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  const watch = async (): Promise<void> => {
    for (;;) {
      const said = await current.gone
      if (stopping.signal.aborted) return
      onDown?.(new DatabaseError('DATABASE_STOPPED', { reason: mainLine(said) }))
      await restart()
      if (!stopping.signal.aborted) onUp?.()
    }
  }

  const watching = watch()
  return async () => {
    stopping.abort()
    await current.stop()
    await watching
  }
}
