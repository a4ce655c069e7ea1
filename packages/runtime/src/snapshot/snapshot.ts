import { type Definition, type Field, type Issue, type Json, type Model, type Module, resolve } from '@telar/metadata'
import type { Sql } from '../database/sql.ts'
import { ident } from '../database/sql.ts'
import type { Workspace } from '../storage/create-workspace.ts'
import { type ReadingPlace, recordReader, type RecordReader } from '../storage/record-reader.ts'
import type { VersionGuard, WritingPlace } from '../storage/record-writer.ts'
import { createValidator, type Validator } from '../validation/validator.ts'

/**
 * One published version of a workspace, compiled: everything that serving needs. Immutable; a request runs against one
 * snapshot from start to end, a new version is a new snapshot.
 */
export interface Snapshot {
  readonly workspace: Workspace
  readonly version: number
  readonly model: Model
  readonly definition: Definition
  readonly guard: VersionGuard
  readonly modules: ReadonlyMap<string, ServedModule>
}

/** A module as it is read: whole, or as somebody may see it. */
export interface ReadModule {
  readonly module: Module
  /** Reads all fields. */
  readonly reader: RecordReader
  readonly readerOf: (fields: ReadonlySet<string>) => RecordReader
}

/** A module with what is compiled for it; parts that not every request needs are made on first use. */
export interface ServedModule extends ReadModule {
  readonly table: Sql
  readonly writing: WritingPlace
  /** Problems of a whole record in written form. */
  readonly validate: (record: Json) => readonly Issue[]
  /** Problems of the values of many-to-many fields, by field name. */
  readonly linkChecks: ReadonlyMap<string, (links: Json) => readonly Issue[]>
  /** Field by its property name, the author's own fields only. */
  readonly byProperty: ReadonlyMap<string, Field>
}

export interface SnapshotSource {
  readonly workspace: Workspace
  readonly version: number
  readonly definition: Definition
  readonly names: ReadonlyMap<string, string>
}

/** Readers of field subsets that are kept for each module. */
const readerLimit = 50

export const compileSnapshot = (source: SnapshotSource): Snapshot => {
  const { model } = resolve(source.definition, source.names)
  const validator = createValidator()
  const { schema } = source.workspace
  return {
    workspace: source.workspace,
    version: source.version,
    model,
    definition: source.definition,
    guard: { workspace: source.workspace.id, version: source.version },
    modules: new Map(
      [...model.modules.values()].map((module) => [module.name, serve({ schema, model }, module, validator)]),
    ),
  }
}

const serve = (place: ReadingPlace, module: Module, validator: Validator): ServedModule => {
  const { schema, model } = place
  const readers = readersOf(place, module)
  return {
    module,
    table: ident(schema, module.table),
    writing: { schema, module, targets: targetsOf(model, module) },
    get reader() {
      return readers.whole()
    },
    readerOf: readers.of,
    validate: validator.compile(module.name, module.schema),
    linkChecks: new Map(
      [...module.fields.values()]
        .filter((field) => field.storage.type === 'links')
        .map((field) => [field.name, validator.compile(`${module.name}.${field.name}`, field.type.valueSchema(field))]),
    ),
    byProperty: new Map([...module.fields.values()].map((field) => [field.property, field])),
  }
}

/** A module as it may be read from these tables. */
export const readModule = (place: ReadingPlace, module: Module): ReadModule => {
  const readers = readersOf(place, module)
  return {
    module,
    get reader() {
      return readers.whole()
    },
    readerOf: readers.of,
  }
}

const readersOf = (place: ReadingPlace, module: Module) => {
  const readers = new Map<string, RecordReader>()
  return {
    whole: () => remember(readers, '', () => recordReader(place, module)),
    of: (fields: ReadonlySet<string>) =>
      remember(readers, [...fields].toSorted().join('\0'), () => recordReader(place, module, fields)),
  }
}

const remember = (readers: Map<string, RecordReader>, key: string, make: () => RecordReader): RecordReader => {
  const known = readers.get(key)
  if (known !== undefined) return known
  const made = make()
  if (readers.size < readerLimit) readers.set(key, made)
  return made
}

const targetsOf = (model: Model, module: Module): WritingPlace['targets'] =>
  [...module.fields.values()].flatMap((field) => {
    const target = field.storage.type === 'link' ? model.modules.get(field.link?.module ?? '') : undefined
    return target === undefined ? [] : [{ column: field.column, table: target.table }]
  })
