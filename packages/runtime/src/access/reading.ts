import type { Access, Model } from '@telar/metadata'
import { readModule, type ReadModule, type Snapshot } from '../snapshot/snapshot.ts'
import { pastTables } from '../storage/past-tables.ts'
import { presentTables, type RecordTables } from '../storage/record-tables.ts'
import { maskedPieces, maskedTables, type ScopePieces } from './masked-tables.ts'

/** A snapshot as one person may see it: what every read works with, and nothing else. */
export interface Reading {
  /** The definition that names in requests are looked up in. */
  readonly model: Model
  /** The only tables that answers are made of. */
  readonly tables: RecordTables
  /** The same as they were at a time (ISO 8601). */
  readonly tablesAt: (at: string) => RecordTables
  readonly modules: ReadonlyMap<string, ReadModule>
  /** Today's records of a module in pieces, for whom that is the faster way to the newest of them. */
  readonly piecesOf: (module: string) => ScopePieces | undefined
}

const readings = new WeakMap<Access, Reading>()

/** Made once for each person and version. */
export const readingOf = (snapshot: Snapshot, access: Access): Reading => {
  const known = readings.get(access)
  if (known !== undefined) return known
  const made = access.visible === snapshot.model ? whole(snapshot) : cut(snapshot, access)
  readings.set(access, made)
  return made
}

const whole = ({ workspace: { schema }, model, modules }: Snapshot): Reading => ({
  model,
  tables: presentTables(schema),
  tablesAt: (at) => pastTables({ schema, model, at }),
  modules,
  piecesOf: () => undefined,
})

const cut = (snapshot: Snapshot, access: Access): Reading => {
  const { schema } = snapshot.workspace
  const place = { schema, access, modules: [...snapshot.model.modules.values()] }
  const model = access.visible
  const tables = maskedTables(place)
  const pieces = new Map<string, ScopePieces | undefined>()
  return {
    model,
    tables,
    tablesAt: (at) => maskedTables({ ...place, past: pastTables({ schema, model: snapshot.model, at }) }),
    modules: new Map([...model.modules].map(([name, module]) => [name, readModule({ schema, model, tables }, module)])),
    piecesOf: (name) => {
      const module = snapshot.model.modules.get(name)
      if (module !== undefined && !pieces.has(name)) pieces.set(name, maskedPieces(place, module))
      return pieces.get(name)
    },
  }
}
