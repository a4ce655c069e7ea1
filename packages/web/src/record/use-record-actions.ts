import { useQueryClient } from '@tanstack/react-query'
import type { RecordData } from '@telar/client'
import type { JsonObject, ModuleView } from '@telar/metadata'
import { recordLabel, toast, useReader, useWorkspace } from '@telar/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal } from '../access/use-refusal.ts'
import { liveEvents } from '../live/live-events.ts'
import { askConflict } from './conflict-dialog.tsx'
import { recordKey } from './record-query.ts'
import { saveChanges } from './save-changes.ts'

export interface RecordActions {
  /** Saves changed fields and offers the way back; throws what the server refused. */
  readonly save: (before: RecordData, changes: JsonObject) => Promise<RecordData>
  /** Deletes and offers the way back. */
  readonly remove: (records: readonly RecordData[]) => Promise<void>
}

/** Changing records of one module, the same from every screen. */
export const useRecordActions = (module: ModuleView): RecordActions => {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const reader = useReader()
  const queries = useQueryClient()
  const refuse = useRefusal(module.name)
  return useMemo(() => {
    const records = client.records(module.name)
    const told = (record: RecordData, op: string) =>
      liveEvents.emit({ module: module.name, id: record.id, version: record.version, op, actor: null })
    const write = async (before: RecordData, changes: JsonObject): Promise<RecordData> => {
      const resolve = (conflict: Parameters<typeof askConflict>[0]['conflict']) =>
        askConflict({ module, conflict, reader })
      const saved = await saveChanges({ records, before, changes, resolve })
      queries.setQueryData(recordKey(client.slug, module.name, saved.id), saved)
      told(saved, 'update')
      return saved
    }
    const save = async (before: RecordData, changes: JsonObject): Promise<RecordData> => {
      if (Object.keys(changes).length === 0) return before
      const saved = await write(before, changes)
      const old = Object.fromEntries(Object.keys(changes).map((name) => [name, before[name] ?? null]))
      const title = Object.keys(changes).length === 1 ? module.fields[Object.keys(changes)[0] ?? '']?.title : undefined
      toast({
        id: 'saved',
        message: title === undefined ? t('record.saved') : t('record.savedField', { field: title }),
        action: {
          label: t('action.undo'),
          run: () => void write(saved, old).catch((error: unknown) => refuse(error, { record: saved.id })),
        },
      })
      return saved
    }

    const restore = (removed: readonly RecordData[]) =>
      eachOf(removed, refuse, async ({ id }) => told(await records.restore(id), 'restore'))
    const remove = async (chosen: readonly RecordData[]) => {
      const removed = await eachOf(chosen, refuse, async (record) => {
        await records.remove(record.id)
        told(record, 'delete')
      })
      const [only] = removed
      if (only === undefined) return
      toast({
        message:
          removed.length === 1
            ? t('record.deleted', { label: recordLabel(module, only, reader) })
            : t('record.deletedMany', { count: removed.length }),
        action: { label: t('action.undo'), run: () => void restore(removed) },
      })
    }
    return { save, remove }
  }, [client, module, queries, reader, refuse, t])
}

/** One after the other; the first that is refused is told, and the others are done all the same. */
const eachOf = async (
  records: readonly RecordData[],
  refuse: (error: unknown, refused: { readonly record: string }) => void,
  act: (record: RecordData) => Promise<void>,
): Promise<readonly RecordData[]> => {
  const done: RecordData[] = []
  let isTold = false
  for (const record of records) {
    try {
      await act(record)
      done.push(record)
    } catch (error) {
      if (!isTold) refuse(error, { record: record.id })
      isTold = true
    }
  }
  return done
}
