import type { Storage } from '../fields/field-type.ts'
import { physicalName } from '../ids.ts'

/** Physical names already given, by `nameKey`; they outlive renames and removals (decisions.md 1). */
export type PhysicalNames = ReadonlyMap<string, string>

/** A field that changes its storage gets another column, so the old values stay where they are. */
export const nameKey = (id: string, storage: Storage | undefined): string =>
  storage === undefined ? id : `${id}:${signature(storage)}`

/** Keys that were given are kept for ever: another word for the same storage would be another column. */
const signature = (storage: Storage): string => {
  if (storage.type === 'directory') return storage.table
  if (storage.type !== 'columns') return storage.type
  return Object.entries(storage.parts)
    .map(([part, primitive]) => `${part}=${primitive}`)
    .join(',')
}

/** Gives every id its known name, or the one it is born with; remembers what it gave. */
export const namer = (
  known: PhysicalNames,
): {
  readonly nameOf: (name: string, id: string, storage?: Storage) => string
  readonly given: ReadonlyMap<string, string>
} => {
  const given = new Map<string, string>()
  const nameOf = (name: string, id: string, storage?: Storage): string => {
    const key = nameKey(id, storage)
    const found = known.get(key) ?? given.get(key) ?? birthName(name, id, known)
    given.set(key, found)
    return found
  }
  return { nameOf, given }
}

const birthName = (name: string, id: string, known: PhysicalNames): string => {
  const taken = new Set([...known].filter(([key]) => key.startsWith(id)).map(([, value]) => value))
  const first = physicalName(name, id)
  if (!taken.has(first)) return first
  let count = 2
  while (taken.has(`${first}_${count}`)) count += 1
  return `${first}_${count}`
}
