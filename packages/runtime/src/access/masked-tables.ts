import {
  type Access,
  allOf,
  always,
  type Field,
  type Granted,
  labelFields,
  type Module,
  type Predicate,
} from '@telar/metadata'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'
import { authorColumns, linkTableOf } from '../storage/columns.ts'
import { linkJoins, pathsIn } from '../storage/link-joins.ts'
import { predicateSql } from '../storage/predicate-sql.ts'
import { presentTables, type RecordTables } from '../storage/record-tables.ts'
import { scopeBranches } from './scope-branches.ts'

export interface MaskedPlace {
  readonly schema: string
  readonly access: Access
  /** The whole definition, by which tables are known. */
  readonly modules: Iterable<Module>
  /** The tables as they were at a time; rights are today's, on today's rows (decisions.md 19). */
  readonly past?: RecordTables
}

/**
 * The tables of a workspace as somebody may see them: rows outside the person's scope are not there, cells that no
 * fitting role grants are empty. Whatever is read through them, be it shown, filtered, sorted, grouped, joined, counted
 * or searched, can only be what the person may see. PostgreSQL folds these small queries into the statement around
 * them, so that a scope costs what its condition costs.
 */
export const maskedTables = (place: MaskedPlace): RecordTables => {
  const plain = place.past ?? presentTables(place.schema)
  const modules = new Map([...place.modules].map((module) => [module.table, module]))
  const linkFields = new Map(
    [...modules.values()].flatMap((module) =>
      [...module.fields.values()]
        .filter((field) => field.storage.type === 'links')
        .map((field) => [linkTableOf(field), { module, field }] as const),
    ),
  )
  return {
    records: (table, id) => {
      const module = modules.get(table)
      return module === undefined ? plain.records(table, id) : maskedRecords(place, module, plain.records(table, id))
    },
    links: (table) => {
      const found = linkFields.get(table)
      return found === undefined ? plain.links(table) : maskedLinks(place, found, plain.links(table))
    },
  }
}

/** The records of a scope in ranges of indexes, and any of them again once it is known that they are in the scope. */
export interface ScopePieces {
  readonly ranges: readonly ScopeRange[]
  /** What stands after `from`, for records that one of the ranges gave. */
  readonly found: Sql
}

/** Rows that stand after `from`; with a list, they are those of one `value` of it. */
export interface ScopeRange {
  readonly rows: Sql
  readonly list: Sql | undefined
}

/** Undefined where a scope is better read as one. Ranges may overlap. */
export const maskedPieces = (place: MaskedPlace, module: Module): ScopePieces | undefined => {
  const granted = place.access.may('read', module)
  const branches = granted === undefined ? undefined : scopeBranches(granted.rows)
  if (granted === undefined || branches === undefined) return undefined
  return {
    ranges: branches.map((branch) =>
      branch.type === 'rows'
        ? { rows: limitedRecords(place, module, { granted, rows: branch.rows }), list: undefined }
        : {
            rows: limitedRecords(place, module, {
              granted,
              rows: always,
              besides: sql`x.${ident(branch.column)} = each_of.value`,
            }),
            list: sql`unnest(${branch.values}::uuid[]) each_of(value)`,
          },
    ),
    found: limitedRecords(place, module, { granted, rows: always }),
  }
}

const maskedRecords = (place: MaskedPlace, module: Module, plain: Sql): Sql => {
  const granted = place.access.may('read', module)
  return granted === undefined
    ? sql`(select * from ${ident(place.schema, module.table)} where false)`
    : limitedRecords(place, module, { granted, rows: granted.rows, plain })
}

interface Limit {
  readonly granted: Granted<'read'>
  readonly rows: Predicate
  /** A further condition over `x`. */
  readonly besides?: Sql
  /** Where the records are read from, if that is not their table. */
  readonly plain?: Sql
}

const limitedRecords = (place: MaskedPlace, module: Module, { granted, rows, besides, plain }: Limit): Sql => {
  const table = ident(place.schema, module.table)
  const masks = masksOf(module, granted)
  if (rows.type === 'always' && masks.size === 0 && besides === undefined) return plain ?? table
  const joins = joinsFor(place, [rows, ...masks.values()])
  const isPast = place.past !== undefined
  const of = isPast ? 'p' : joins.alias
  const columns =
    masks.size === 0
      ? raw(`${of}.*`)
      : join(columnsOf(module).map((name) => maskedColumn(ident(of, name), name, { masks, joins })))
  const today = sql`${table} ${ident(joins.alias)}`
  const from = isPast ? sql`${plain ?? table} p join ${today} on ${ident(joins.alias, 'id')} = p.id` : today
  const where = join([predicateSql(rows, joins), ...(besides === undefined ? [] : [besides])], ' and ')
  return sql`${raw(isPast ? 'lateral ' : '')}(select ${columns} from ${from} ${joins.sql} where ${where})`
}

/** An alias that no statement around it uses. */
const joinsFor = ({ schema }: MaskedPlace, predicates: readonly Predicate[]) =>
  linkJoins({ schema, alias: 'x', tables: presentTables(schema) }, predicates.flatMap(pathsIn))

const systemColumns = [
  'id',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'owner_id',
  'team_id',
  'deleted_at',
  'deleted_op',
  'label',
  'search',
  'extra',
]

const columnsOf = (module: Module): readonly string[] => [
  ...systemColumns,
  ...authorColumns(module).map(({ name }) => name),
]

/** Columns that are not shown in every row of the scope, each with the rows in which it is. */
const masksOf = (module: Module, { cell }: Granted<'read'>): ReadonlyMap<string, Predicate> => {
  const masks = new Map<string, Predicate>()
  const add = (column: string, cells: Predicate): void => {
    if (cells.type !== 'always') masks.set(column, cells)
  }
  for (const { name, field } of authorColumns(module)) add(name, cell(field.name))
  add('label', allOf(labelFields(module.label).map(cell)))
  add('search', allOf(foundBy(module).map((field) => cell(field.name))))
  // What a foreign schema allows besides has no name that a role could tell.
  add('extra', cell(''))
  return masks
}

/** Fields whose texts a record is found by. */
const foundBy = (module: Module): readonly Field[] => {
  const named = new Set(labelFields(module.label))
  return [...module.fields.values()].filter((field) => field.searchable || named.has(field.name))
}

interface Masking {
  readonly masks: ReadonlyMap<string, Predicate>
  readonly joins: ReturnType<typeof joinsFor>
}

const maskedColumn = (column: Sql, name: string, { masks, joins }: Masking): Sql => {
  const cells = masks.get(name)
  if (cells === undefined) return column
  const when = predicateSql(cells, joins)
  if (name === 'label') return sql`case when ${when} then ${column} else '' end as label`
  if (name === 'search') return maskedSearch(column, when, { masks, joins })
  return sql`case when ${when} then ${column} end as ${ident(name)}`
}

/** Where a text that a record is found by is hidden, it is found by its name alone, if that is not hidden too. */
const maskedSearch = (column: Sql, when: Sql, { masks, joins }: Masking): Sql => {
  const named = masks.get('label')
  const name = sql`split_part(${column}, E'\\n', 1)`
  const rest = named === undefined ? name : sql`case when ${predicateSql(named, joins)} then ${name} else '' end`
  return sql`case when ${when} then ${column} else ${rest} end as search`
}

/** Links of a field that is hidden in some rows, without those rows. */
const maskedLinks = (
  place: MaskedPlace,
  { module, field }: { readonly module: Module; readonly field: Field },
  plain: Sql,
): Sql => {
  const granted = place.access.may('read', module)
  const cells = granted?.cell(field.name)
  if (granted === undefined || cells === undefined) return sql`(select * from ${plain} l where false)`
  if (cells.type === 'always') return plain
  const joins = joinsFor(place, [cells])
  return sql`(select l.* from ${plain} l join ${ident(place.schema, module.table)} ${ident(joins.alias)} on ${ident(joins.alias, 'id')} = l."from" ${joins.sql} where ${predicateSql(cells, joins)})`
}
