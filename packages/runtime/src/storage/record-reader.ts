import type { Json, LabelOf, Module, Reference } from '@telar/metadata'
import type { Row } from '../database/pool.ts'
import { join, raw, type Sql } from '../database/sql.ts'
import { fieldReader, type FieldReader, type ReadingPlace, readingTables } from './field-reader.ts'
import { pathReaders } from './path-reader.ts'
import type { RecordTables } from './record-tables.ts'

export type { ReadingPlace } from './field-reader.ts'

/** A record as it is read on the wire. */
export type WireRecord = { readonly id: string; readonly version: number } & Readonly<Record<string, Json>>

/** How the chosen fields of a module's rows (alias `t`) are selected, and how such a row becomes a record. */
export interface RecordReader {
  readonly select: Sql
  /** Joins that bring the labels of links, and what paths lead to. */
  readonly joins: Sql
  /** Number of columns that `read` takes from the start of a row. */
  readonly width: number
  /** What values inside composites name; their labels have to be looked up for `read`. */
  readonly references: (row: Row) => readonly Reference[]
  readonly read: (row: Row, labelOf: LabelOf) => WireRecord
  /** Where those labels are. */
  readonly tables: RecordTables
}

/** Fields that every read gives, asked for or not. */
const always = ['id', 'version']

/** Makes the reader of a set of fields and paths; `undefined` = all fields. */
export const recordReader = (place: ReadingPlace, module: Module, wanted?: ReadonlySet<string>): RecordReader => {
  const own = ownReaders(place, module, wanted)
  const paths = pathReaders(
    place,
    module,
    [...(wanted ?? [])].filter((name) => !isOwn(module, name)),
  )
  const readers = [...own, ...paths.readers]
  const hasExtra = module.extras === 'kept' && wanted === undefined
  const starts = startsOf(readers)
  const deletion = [...module.systemFields.values()].find((field) => field.column === 'deleted_at')?.name
  const blank = blankRecord(readers.map(({ name }) => name).filter((name) => name !== deletion))
  const width = readers.reduce((sum, reader) => sum + reader.columns.length, hasExtra ? 1 : 0)
  return {
    select: join([...readers.flatMap((reader) => reader.columns), ...(hasExtra ? [raw('t.extra')] : [])]),
    joins: join([paths.joins, ...readers.flatMap(({ join: one }) => (one === undefined ? [] : [one]))], ' '),
    width,
    tables: readingTables(place),
    references: referencesIn(readers, starts),
    read: (row, labelOf) => {
      const record = { ...blank }
      readers.forEach((reader, index) => {
        const value = reader.read(row, starts[index] ?? 0, labelOf)
        if (value !== null || reader.name !== deletion) record[reader.name] = value
      })
      return hasExtra ? { ...asObject(row[width - 1]), ...record } : record
    },
  }
}

type Blank = Record<string, Json> & { id: string; version: number }

/**
 * What every record begins as: all its names are there. V8 keeps an object that grows name by name as a hash table,
 * slow to fill and slow to write as JSON; what it parses, and copies of that, have a shape.
 */
const blankRecord = (names: readonly string[]): Blank => {
  const blank: Blank = JSON.parse(
    JSON.stringify({ id: '', version: 0, ...Object.fromEntries(names.map((name) => [name, null])) }),
  )
  return blank
}

/** Whether a name is a field of the module itself; any other is a path. */
export const isOwn = (module: Module, name: string): boolean => module.fields.has(name) || module.systemFields.has(name)

const ownReaders = (
  place: ReadingPlace,
  module: Module,
  wanted: ReadonlySet<string> | undefined,
): readonly FieldReader[] =>
  [...module.systemFields.values(), ...module.fields.values()]
    .filter(
      ({ name, storage }) =>
        storage.type !== 'links' && (wanted === undefined || wanted.has(name) || always.includes(name)),
    )
    .map((field, index) => fieldReader(place, field, { row: 't', label: `l${index}` }))

const referencesIn = (readers: readonly FieldReader[], starts: readonly number[]): RecordReader['references'] => {
  const naming = readers.flatMap(({ references }, index) =>
    references === undefined ? [] : [{ references, at: starts[index] ?? 0 }],
  )
  return naming.length === 0 ? () => [] : (row) => naming.flatMap(({ references, at }) => references(row, at))
}

const startsOf = (readers: readonly FieldReader[]): readonly number[] => {
  let at = 0
  return readers.map((reader) => {
    const start = at
    at += reader.columns.length
    return start
  })
}

const asObject = (value: unknown): Readonly<Record<string, Json>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, Json>>) : undefined // oxlint-disable-line no-unsafe-type-assertion -- `extra` is written as an object
