import type { RecordData } from '@telar/client'
import type { JsonObject, ModuleView } from '@telar/metadata'
import { recordLabel, toast, useReader, useWorkspace, writtenRecord } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { useRefusal } from '../access/use-refusal.ts'
import { liveEvents } from '../live/live-events.ts'
import type { Related } from './related-lists.ts'

export interface Links {
  readonly add: (target: string) => Promise<void>
  readonly remove: (target: RecordData, attributes: JsonObject) => Promise<void>
  /** Throws what the server refused. */
  readonly describe: (target: string, attributes: JsonObject) => Promise<void>
  readonly refresh: () => void
}

interface LinksOptions {
  readonly owner: ModuleView
  readonly record: RecordData
  readonly list: Related
  readonly onChanged: () => void
}

/** Joining and parting the records of one list. */
export const useLinks = ({ owner, record, list, onChanged }: LinksOptions): Links => {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const reader = useReader()
  const refuse = useRefusal(owner.name)
  const records = client.records(owner.name)
  const changed = (id: string) => {
    liveEvents.emit({ module: list.module.name, id, version: 0, op: 'link', actor: null })
    onChanged()
  }
  const told = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act()
    } catch (error) {
      refuse(error, { record: record.id })
    }
  }
  const join = async (target: string, attributes: JsonObject) => {
    const said = Object.keys(attributes).length === 0 ? {} : { attributes: writtenRecord(attributes) }
    await records.link(record.id, { link: list.link, target, ...said })
    changed(target)
  }
  return {
    add: (target) => told(() => join(target, {})),
    describe: join,
    refresh: onChanged,
    remove: (target, attributes) =>
      told(async () => {
        await records.unlink(record.id, { link: list.link, target: target.id })
        changed(target.id)
        toast({
          message: t('record.unlinked', { label: recordLabel(list.module, target, reader) }),
          action: { label: t('action.undo'), run: () => void told(() => join(target.id, attributes)) },
        })
      }),
  }
}
