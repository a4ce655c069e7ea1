import type { AuditEntry } from '@telar/client'

export interface AuditDay {
  /** `2026-11-21`, in the zone of the workspace. */
  readonly day: string
  readonly entries: readonly AuditEntry[]
}

/** Entries under the day on which they happened; both keep their order. */
export const daysOf = (entries: readonly AuditEntry[], timeZone: string): readonly AuditDay[] => {
  const written = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const days = new Map<string, AuditEntry[]>()
  for (const entry of entries) {
    const day = written.format(new Date(entry.at))
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, ofDay]) => ({ day, entries: ofDay }))
}
