import {
  type Field,
  type Issue,
  type Json,
  type JsonObject,
  nearestNames,
  pointerTo,
  problem,
  storableProblems,
} from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Caller } from './caller.ts'
import { isKnownField } from './known-fields.ts'
import { normalised, type WrittenRecord } from './written-record.ts'

/** Members of one record; PostgreSQL's tables end at 1,600 columns. */
const memberLimit = 2000

/** Caller's input → normalised values of known fields, with every problem of its shape. */
export const readInput = (
  caller: Pick<Caller, 'access'>,
  served: ServedModule,
  input: JsonObject,
): { readonly written: WrittenRecord; readonly issues: readonly Issue[] } => {
  const entries = Object.entries(input)
  if (entries.length > memberLimit) throw new TelarError('TOO_MANY_VALUES', { params: { limit: memberLimit } })
  const isKnown = (name: string): boolean => isKnownField(caller.access, served.module, name)
  const read = entries.map(([name, value]) => readEntry({ served, isKnown }, name, value))
  return {
    written: {
      values: new Map(read.flatMap(({ value }) => (value === undefined ? [] : [value]))),
      // Entries, since an assignment to `__proto__` would be no member.
      extra: Object.fromEntries(read.flatMap(({ extra }) => (extra === undefined ? [] : [extra]))),
    },
    issues: read.flatMap(({ issues = [] }) => issues),
  }
}

interface ReadEntry {
  readonly value?: readonly [string, Json]
  readonly extra?: readonly [string, Json]
  readonly issues?: readonly Issue[]
}

interface Place {
  readonly served: ServedModule
  readonly isKnown: (field: string) => boolean
}

const readEntry = (place: Place, name: string, value: Json): ReadEntry => {
  const { served, isKnown } = place
  const { module } = served
  const field = fieldNamed(served, name)
  if (field !== undefined && !isKnown(field.name)) return { issues: [unknownField(place, name)] }
  if (field?.storage.type === 'links')
    return { issues: [problem('LINKS_APART', { pointer: pointerTo(name), params: { field: name } })] }
  if (field?.type.numbering !== undefined)
    return { issues: [problem('COMPUTED_FIELD', { pointer: pointerTo(name), params: { field: field.title } })] }
  if (field !== undefined) return { value: [field.name, normalised(module, field, value)] }
  const system = module.systemFields.get(name)
  if (system?.readOnly === false) return { value: [name, normalised(module, system, value)] }
  if (system !== undefined)
    return { issues: [problem('SYSTEM_FIELD', { pointer: pointerTo(name), params: { field: name } })] }
  return module.extras === 'refused' ? { issues: [unknownField(place, name)] } : readExtra(name, value)
}

/** By its wire name, or by the name its foreign author gave it where that gave way to a system field which nobody writes. */
const fieldNamed = ({ module, byProperty }: ServedModule, name: string): Field | undefined =>
  module.fields.get(name) ?? (module.systemFields.get(name)?.readOnly === true ? byProperty.get(name) : undefined)

/** What a foreign schema allows besides is kept as it is, if the database can keep it. */
const readExtra = (name: string, value: Json): ReadEntry => {
  const issues = storableProblems({ [name]: value }).map((found) => problem(found.code, found))
  return issues.length > 0 ? { issues } : { extra: [name, value] }
}

const unknownField = ({ served: { module }, isKnown }: Place, name: string): Issue => {
  // Nobody needs to hear all of a name that has megabytes.
  const told = name.slice(0, 400)
  return problem('FIELD_UNKNOWN_IN_RECORD', {
    pointer: pointerTo(told),
    params: { field: told.slice(0, 100), known: nearestNames(told, [...module.fields.keys()].filter(isKnown)) },
  })
}
