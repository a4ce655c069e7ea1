import { pointerTo, problem, sameJson } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { RecordState } from '../storage/record-state.ts'
import { type Caller, enterToRead } from './caller.ts'
import { readRecord } from './get-record.ts'
import { shownFields } from './shown-fields.ts'
import { writtenFrom } from './stored-record.ts'
import type { WrittenRecord } from './written-record.ts'

interface Meeting {
  readonly state: RecordState
  readonly input: WrittenRecord
}

/** A refusal that tells both values of every field that the caller wanted to change and that is different now. */
export const staleVersion = async (
  caller: Caller,
  served: ServedModule,
  { state, input }: Meeting,
): Promise<TelarError> => {
  const now = writtenFrom(served, state)
  const readable = enterToRead(caller, served.module.name)
  const theirs = await readRecord(readable, { id: state.id })
  // Of a value that the caller may not see, not even that it differs is told.
  const shows = await shownFields(readable, state.id)
  const differing = [...input.values].filter(
    ([name, value]) => shows(name) && !sameJson(value, now.values.get(name) ?? null),
  )
  return new TelarError('VERSION_STALE', {
    params: { version: state.version },
    issues: differing.map(([name, yours]) =>
      problem('VALUE_CONFLICT', { pointer: pointerTo(name), params: { yours, theirs: theirs[name] ?? null } }),
    ),
  })
}
