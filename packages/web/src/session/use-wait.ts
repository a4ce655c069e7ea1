import { isTelarError } from '@telar/client'
import { useSyncExternalStore } from 'react'

/** Seconds until the server takes another try; 0 when it takes one now. */
export const useWait = (error: unknown): number => useSyncExternalStore(tick, () => leftOf(error))

/** How long an error says to wait; 0 for one that says nothing of the kind. */
export const waitOf = (error: unknown): number => {
  if (!isTelarError(error) || error.status !== 429) return 0
  const { seconds } = error.params
  return typeof seconds === 'number' && seconds > 0 ? seconds : 60
}

const tick = (told: () => void): (() => void) => {
  const clock = setInterval(told, 500)
  return () => clearInterval(clock)
}

/** When the wait that an error began is over. */
const ends = new WeakMap<Error, number>()

const leftOf = (error: unknown): number => {
  const wait = waitOf(error)
  if (wait === 0 || !(error instanceof Error)) return 0
  const end = ends.get(error) ?? Date.now() + wait * 1000
  ends.set(error, end)
  return Math.max(0, Math.ceil((end - Date.now()) / 1000))
}
