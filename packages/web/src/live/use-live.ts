import { useQueryClient } from '@tanstack/react-query'
import type { RecordEvent, WorkspaceClient } from '@telar/client'
import { useEffect, useRef } from 'react'
import { gather } from './gather.ts'
import { liveEvents } from './live-events.ts'

/** An import changes thousands of records: screens are asked to look again at most this often. */
const pause = 800

/** Follows the changes of others while the workspace is open. */
export const useLiveConnection = (client: WorkspaceClient): void => {
  const queries = useQueryClient()
  useEffect(() => {
    const subscription = client.events({
      onChange: liveEvents.emit,
      // Another definition may show other fields of the same records, and let the reader do other things with them.
      onVersion: () => {
        for (const key of ['model', 'record', 'rights', 'related', 'roles'])
          void queries.invalidateQueries({ queryKey: [key, client.slug] })
      },
      onReset: () => void queries.invalidateQueries(),
    })
    const changes = gather<RecordEvent>(pause, (events) => {
      for (const module of new Set(events.map((event) => event.module))) {
        void queries.invalidateQueries({ queryKey: ['totals', client.slug, module] })
      }
      void queries.invalidateQueries({ queryKey: ['related', client.slug] })
    })
    const stop = liveEvents.on((event) => {
      void queries.invalidateQueries({ queryKey: ['record', client.slug, event.module, event.id] })
      changes.add(event)
    })
    return () => {
      stop()
      changes.stop()
      subscription.close()
    }
  }, [client, queries])
}

/** Calls back on changes of a module's records; many in quick succession come together. */
export const useGatheredEvents = (
  module: string,
  wait: number,
  onEvents: (events: readonly RecordEvent[]) => void,
): void => {
  const latest = useRef(onEvents)
  useEffect(() => {
    latest.current = onEvents
  })
  useEffect(() => {
    const events = gather<RecordEvent>(wait, (items) => latest.current(items))
    const off = liveEvents.on((event) => {
      if (event.module === module) events.add(event)
    })
    return () => {
      off()
      events.stop()
    }
  }, [module, wait])
}
