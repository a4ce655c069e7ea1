import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Chore, ChoreServices } from './chore.ts'

/** The part of a node that works without being asked. */
export interface Worker {
  /** Whether it still comes round; a round that hangs is not alive. */
  readonly isAlive: () => boolean
  readonly stop: () => Promise<void>
}

/** Milliseconds between two looks at what is due, and after how many without one it counts as dead. */
const round = 30_000
const patience = 5 * 60_000

/** Does every chore soon after the start and then whenever it is due; one that fails is tried again in the next round. */
export const startWorker = (chores: readonly Chore[], services: ChoreServices, log: Logger): Worker => {
  const stopping = new AbortController()
  const dueAt = new Map<string, number>()
  let beat = performance.now()

  const doDue = async (): Promise<void> => {
    for (const chore of chores) {
      if (stopping.signal.aborted || (dueAt.get(chore.name) ?? 0) > performance.now()) continue
      try {
        await chore.run(services)
        dueAt.set(chore.name, performance.now() + chore.every * 60_000)
      } catch (error) {
        log.warn({ err: error, chore: chore.name }, 'a chore failed; it is tried again')
      }
    }
  }

  const rounds = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      beat = performance.now()
      await pause(round, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
      if (!stopping.signal.aborted) await doDue()
    }
  }

  const running = rounds()
  return {
    isAlive: () => performance.now() - beat < patience,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
