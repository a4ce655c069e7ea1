import type { RecordEvent } from '@telar/client'

type Listener = (event: RecordEvent) => void

/** Where changes arrive, whoever made them: this page at once, others by way of the server. */
export interface LiveEvents {
  readonly emit: (event: RecordEvent) => void
  readonly on: (listener: Listener) => () => void
}

const createLiveEvents = (): LiveEvents => {
  const listeners = new Set<Listener>()
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const liveEvents = createLiveEvents()
