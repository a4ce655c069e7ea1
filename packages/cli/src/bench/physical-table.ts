import { columnOf, partsOf, resolve } from '@telar/metadata'
import type pg from 'pg'
import { benchDefinition } from './bench-definition.ts'

/** Where the measured records lie. */
export interface PhysicalTable {
  readonly name: string
  /** Column by `field` or `field.part`, in the order of the fields. */
  readonly columns: ReadonlyMap<string, string>
  /** Stable id of the module, as the ledger writes it. */
  readonly module: string
}

export interface PhysicalTables {
  readonly deal: PhysicalTable
  readonly company: PhysicalTable
}

export const schema = 'ws_main'

/** The tables that publishing the bench's definition made. */
export const physicalTables = async (database: pg.Pool): Promise<PhysicalTables> => {
  const { rows } = await database.query<{ key: string; name: string }>('select key, name from telar.physical_name')
  const names = new Map(rows.map(({ key, name }) => [key, name]))
  const { model } = resolve(new Map(Object.entries(benchDefinition)), names)
  const tableOf = (name: string): PhysicalTable => {
    const module = model.modules.get(name)
    if (module === undefined) throw new Error(`the bench's definition has no module ${name}`)
    const columns = [...module.fields.values()].flatMap((field) =>
      partsOf(field).map((part, index): readonly [string, string] => [
        index === 0 ? field.name : `${field.name}.${part}`,
        columnOf(field, part),
      ]),
    )
    return { name: `"${schema}"."${module.table}"`, columns: new Map(columns), module: module.id }
  }
  return { deal: tableOf('deal'), company: tableOf('company') }
}
