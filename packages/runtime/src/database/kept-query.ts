import pg from 'pg'

/** What `pg` has inside and its types do not tell; the version is pinned. */
interface PgQuery extends pg.Submittable {
  readonly name: string
  readonly _result: { fields: readonly pg.FieldDef[]; _parsers: unknown }
  _accumulateRows: unknown
  prepare(connection: pg.Connection): void
  handleRowDescription(message: unknown): void
}

// oxlint-disable-next-line no-unsafe-type-assertion -- see above
const Query = pg.Query as unknown as new (config: pg.QueryArrayConfig & { readonly name: string }) => PgQuery

type Columns = Pick<PgQuery['_result'], 'fields' | '_parsers'>

/** What a connection knows of its statements, and the connection as it is where it need not tell again. */
interface Acquaintance {
  readonly columns: Map<string, Columns>
  readonly silent: pg.Connection
}

const acquaintances = new WeakMap<pg.Connection, Acquaintance>()

const acquaintanceOf = (connection: pg.Connection): Acquaintance => {
  const known = acquaintances.get(connection)
  if (known !== undefined) return known
  // oxlint-disable-next-line no-unsafe-type-assertion -- the connection itself, but for one method
  const silent = Object.create(connection, { describe: { value: () => undefined } }) as pg.Connection
  const made = { columns: new Map<string, Columns>(), silent }
  acquaintances.set(connection, made)
  return made
}

/**
 * A named statement that a connection describes once. `pg` has it described at every run, and reading what 30 columns
 * are called costs more than reading a row of them. PostgreSQL refuses a prepared statement whose columns have changed.
 */
export class KeptQuery extends Query {
  #told: Acquaintance | undefined

  override prepare(connection: pg.Connection): void {
    const told = acquaintanceOf(connection)
    const columns = told.columns.get(this.name)
    if (columns === undefined) {
      this.#told = told
      super.prepare(connection)
      return
    }
    Object.assign(this._result, columns)
    this._accumulateRows = true
    super.prepare(told.silent)
  }

  override handleRowDescription(message: unknown): void {
    super.handleRowDescription(message)
    const { fields, _parsers } = this._result
    this.#told?.columns.set(this.name, { fields, _parsers })
  }
}

type Answer = (error: Error | null | undefined, result: pg.QueryArrayResult) => void

/** The types of `pg` know its own queries only without an answer. */
interface Taker {
  query(query: KeptQuery, values: undefined, answer: Answer): unknown
}

/** Runs it on a connection, or on one of a pool. */
export const runKept = (
  database: { readonly query: pg.Pool['query'] },
  query: KeptQuery,
): Promise<readonly unknown[][]> =>
  new Promise<readonly unknown[][]>((resolve, reject) => {
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    const taker = database as unknown as Taker
    taker.query(query, undefined, (error, result) => (error ? reject(error) : resolve(result.rows)))
  }).catch((error: unknown) => {
    // The way here from the socket helps nobody; the way from the caller does.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  })
