import { IconPaperclip } from '@tabler/icons-react'
import type { HistoryEntry } from '@telar/client'
import { RecordLink, referenceOf } from '@telar/ui'

/** The other end of a link, or the file, that an entry is about. */
export function HistoryDetail({ entry }: { readonly entry: HistoryEntry }) {
  const { module, record, name } = entry.detail
  const reference = referenceOf(record)
  if (typeof module === 'string' && reference !== null) {
    return <RecordLink module={module} id={reference.id} label={reference.label} />
  }
  if (typeof name !== 'string') return null
  return (
    <span className="face">
      <IconPaperclip size={14} aria-hidden />
      <span className="truncate">{name}</span>
    </span>
  )
}
