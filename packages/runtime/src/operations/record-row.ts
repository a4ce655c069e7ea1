import { fold, type Json, pointerTo, problem, textContext } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { RecordRow } from '../storage/record-writer.ts'
import type { Caller } from './caller.ts'
import { isUuid } from './get-record.ts'
import { labelAndSearch } from './label-and-search.ts'
import { cellsOf, type WrittenRecord } from './written-record.ts'

/** Everything that is written of a record, computed from its checked written form; cells of what changes only, if that is said. */
export const recordRow = (
  caller: Caller,
  served: ServedModule,
  record: { readonly written: WrittenRecord; readonly id: string; readonly changed?: ReadonlySet<string> },
): RecordRow => {
  const { languages, timeZone } = caller.snapshot.model.app
  const { label, search } = labelAndSearch(served, record.written, textContext(languages[0] ?? 'en', timeZone))
  const { values, extra } = record.written
  const { owned } = served.module
  return {
    id: record.id,
    cells: cellsOf(served, record.written, record.changed),
    owner: owned ? idOrNull(values.has('ownerId') ? values.get('ownerId') : caller.principal.id, 'ownerId') : null,
    team: owned
      ? idOrNull(values.has('teamId') ? values.get('teamId') : (caller.principal.teams[0] ?? null), 'teamId')
      : null,
    label,
    search: fold(search),
    extra: Object.keys(extra).length === 0 ? null : extra,
  }
}

const idOrNull = (value: Json | undefined, name: string): string | null => {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string' && isUuid(value)) return value
  throw new TelarError('INVALID', {
    issues: [problem('format', { pointer: pointerTo(name), params: { format: 'uuid' } })],
  })
}
