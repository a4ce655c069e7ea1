import { useQueryClient } from '@tanstack/react-query'
import type { RecordEvent, WorkspaceClient } from '@telar/client'
import { useEffect, useRef } from 'react'
import { liveEvents } from './live-events.ts'

/** Follows the changes of others while the workspace is open. */
export const useLiveConnection = (client: WorkspaceClient): void => {
  const queries = useQueryClient()
  useEffect(() => {
    let wasClosed = false
    const subscription = client.events({
      onEvent: liveEvents.emit,
      onState: (state) => {
        // What happened while there was no connection was not heard.
        if (state === 'open' && wasClosed) void queries.invalidateQueries()
        wasClosed = state === 'closed'
      },
    })
    const stop = liveEvents.on(({ module, id }) => {
      void queries.invalidateQueries({ queryKey: ['record', client.slug, module, id] })
      void queries.invalidateQueries({ queryKey: ['totals', client.slug, module] })
      void queries.invalidateQueries({ queryKey: ['related', client.slug] })
    })
    return () => {
      stop()
      subscription.close()
    }
  }, [client, queries])
}

/** Calls back on every change of a module's records. */
export const useRecordEvents = (module: string, onEvent: (event: RecordEvent) => void): void => {
  const latest = useRef(onEvent)
  useEffect(() => {
    latest.current = onEvent
  })
  useEffect(
    () =>
      liveEvents.on((event) => {
        if (event.module === module) latest.current(event)
      }),
    [module],
  )
}
