import { useQueryClient } from '@tanstack/react-query'
import type { RecordEvent, WorkspaceClient } from '@telar/client'
import { useEffect, useRef } from 'react'
import { liveEvents } from './live-events.ts'

/** Follows the changes of others while the workspace is open. */
export const useLiveConnection = (client: WorkspaceClient): void => {
  const queries = useQueryClient()
  useEffect(() => {
    const subscription = client.events({
      onChange: liveEvents.emit,
      onVersion: () => void queries.invalidateQueries({ queryKey: ['model', client.slug] }),
      onReset: () => void queries.invalidateQueries(),
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
