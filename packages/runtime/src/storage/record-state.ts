import {
  always,
  type Cell,
  type Cells,
  isObject,
  type Json,
  type JsonObject,
  type Module,
  type Predicate,
} from '@telar/metadata'
import { type Database, preparedRows, type Row, rows, run } from '../database/pool.ts'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'
import { onceBy, type Template, template } from '../database/template.ts'
import { authorColumns } from './columns.ts'
import { selection } from './selection.ts'

/** A record as it lies in its table. */
export interface RecordState {
  readonly id: string
  readonly version: number
  readonly owner: string | null
  readonly team: string | null
  readonly deletedOperation: string | null
  readonly deleted: boolean
  readonly extra: JsonObject
  /** By physical column, the author's fields only. */
  readonly cells: Cells
}

const systemColumns = ['id', 'version', 'owner_id', 'team_id', 'deleted_op', 'deleted_at', 'extra']

export interface StateQuery {
  readonly schema: string
  readonly module: Module
  /** Condition over alias `t`. */
  readonly where: Sql
  /** Rows that the caller may act on; all of them for what follows from an act by itself. */
  readonly scope?: Predicate
  /** Locks the rows until the transaction ends. */
  readonly lock?: boolean
}

const selectStates = (query: StateQuery): Sql => {
  const columns = [...systemColumns, ...authorColumns(query.module).map((column) => column.name)]
  const lock = query.lock === true ? raw(' order by t.id for update of t') : raw('')
  const scope = selection({ schema: query.schema, alias: 't' }, query.scope ?? always)
  return sql`select ${join(columns.map((name) => sql`t.${ident(name)}`))} from ${ident(query.schema, query.module.table)} t ${scope.joins} where ${query.where} and ${scope.where}${lock}`
}

/** The living record of an id, if it is among the rows that the caller may act on. */
export const loadState = async (database: Database, query: IdQuery): Promise<RecordState | undefined> => {
  const { module, id, lock } = query
  if (query.scope.type !== 'always') {
    const [state] = await loadStates(database, { ...query, where: sql`t.id = ${id}::uuid and t.deleted_at is null` })
    return state
  }
  if (lock === true) await lockTable(database, query)
  const [row] = await preparedRows(database, (lock === true ? lockedById : byId)(query)({ id }))
  return row === undefined ? undefined : stateOf(module, row)
}

export interface IdQuery extends Omit<StateQuery, 'where'> {
  readonly id: string
  readonly scope: Predicate
}

const moduleOf = ({ module }: IdQuery): Module => module

const byIdTemplate = ({ schema, module }: IdQuery, lock: boolean): Template<Pick<IdQuery, 'id'>> =>
  template((slot) =>
    selectStates({ schema, module, lock, where: sql`t.id = ${slot(({ id }) => id)}::uuid and t.deleted_at is null` }),
  )

const byId = onceBy(moduleOf, (query) => byIdTemplate(query, false))
const lockedById = onceBy(moduleOf, (query) => byIdTemplate(query, true))

export const loadStates = async (database: Database, query: StateQuery): Promise<readonly RecordState[]> => {
  if (query.lock === true) await lockTable(database, query)
  const found = await rows(database, selectStates(query))
  return found.map((row) => stateOf(query.module, row))
}

/**
 * Asked for before any row is held: a writer that holds rows and then queues for its table behind a publish would keep
 * up those whom the publish waits for.
 */
const lockTable = (database: Database, { schema, module }: Pick<StateQuery, 'schema' | 'module'>): Promise<number> =>
  run(database, sql`lock table ${ident(schema, module.table)} in row exclusive mode`)

const stateOf = (module: Module, row: Row): RecordState => {
  const [id, version, owner, team, deletedOperation, deletedAt, extra, ...cells] = row
  return {
    id: String(id),
    version: Number(version),
    owner: textOrNull(owner),
    team: textOrNull(team),
    deletedOperation: textOrNull(deletedOperation),
    deleted: deletedAt !== null,
    extra: asObject(extra),
    cells: Object.fromEntries(authorColumns(module).map((column, index) => [column.name, asCell(cells[index])])),
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

// The driver gives the forms that the columns were declared with.
const asCell = (value: unknown): Cell => (value === undefined ? null : (value as Cell)) // oxlint-disable-line no-unsafe-type-assertion -- see above

const asObject = (value: unknown): JsonObject => {
  const json = value as Json // oxlint-disable-line no-unsafe-type-assertion -- a jsonb column
  return isObject(json) ? json : {}
}
