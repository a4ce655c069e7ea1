import { columnOf, type Field, type Json, partsOf, pointerTo, problem, sameJson } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { RecordState } from '../storage/record-state.ts'
import type { Caller } from './caller.ts'
import { labelsOf } from './resolved-labels.ts'
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
  const differing = [...input.values].filter(([name, value]) => !sameJson(value, now.values.get(name) ?? null))
  const theirs = await readValues(caller, served, state)
  return new TelarError('VERSION_STALE', {
    params: { version: state.version },
    issues: differing.map(([name, yours]) =>
      problem('VALUE_CONFLICT', { pointer: pointerTo(name), params: { yours, theirs: theirs(name) } }),
    ),
  })
}

/** The stored values in the form in which they are read, labels included. */
const readValues = async (
  caller: Caller,
  served: ServedModule,
  state: RecordState,
): Promise<(name: string) => Json> => {
  const fields = [...served.module.fields.values()].filter((field) => field.storage.type !== 'links')
  const labelOf = await labelsOf(
    caller,
    fields.flatMap((field) => {
      const [main] = Object.values(cellsIn(field, state))
      return main === null || main === undefined ? [] : field.type.references(main, field)
    }),
  )
  const system: Readonly<Record<string, Json>> = { ownerId: state.owner, teamId: state.team }
  return (name) => {
    const field = served.module.fields.get(name)
    if (field === undefined) return system[name] ?? null
    const cells = cellsIn(field, state)
    return Object.values(cells).every((cell) => cell === null) ? null : field.type.read(cells, field, labelOf)
  }
}

const cellsIn = (field: Field, state: RecordState): Readonly<Record<string, Json>> =>
  Object.fromEntries(partsOf(field).map((part) => [part, state.cells[columnOf(field, part)] ?? null]))
