import type { Predicate } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { type Sql, sql, statement } from '../database/sql.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { asOfSource } from './as-of-source.ts'
import type { Caller } from './caller.ts'
import { conditionSql, lifeOf } from './row-condition.ts'
import { statementName } from './statement-name.ts'

export interface RowCount {
  readonly value: number
  readonly exact: boolean
}

export interface CountRequest {
  readonly predicate: Predicate
  readonly deleted: boolean
  readonly exact: boolean
  readonly asOf?: string
}

/** Below this the planner's guess is replaced by a count, which then costs little. */
const countBelow = 5000

/** How many rows there are: counted, or as the planner guesses (a count costs as much as five lists). */
export const countRows = async (caller: Caller, served: ServedModule, request: CountRequest): Promise<RowCount> => {
  const chosen = conditionSql(caller, request.predicate)
  const source = request.asOf === undefined ? served.table : asOfSource(caller, served, { at: request.asOf })
  const from = sql`from ${source} t ${chosen.joins} where ${lifeOf(request.deleted)} and ${chosen.where}`
  if (!request.exact) {
    const guess = await estimate(caller, from)
    if (guess > countBelow) return { value: guess, exact: false }
  }
  const counted = sql`select count(*) ${from}`
  const [row] = await rows(caller.database, counted, statementName(counted))
  return { value: Number(row?.[0] ?? 0), exact: true }
}

const estimate = async (caller: Caller, from: Sql): Promise<number> => {
  const { text, values } = statement(sql`explain (format json) select 1 ${from}`)
  const result = await caller.database.query<{ 'QUERY PLAN': readonly { Plan: { 'Plan Rows': number } }[] }>({ text, values: [...values] })
  return Math.round(result.rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0)
}
