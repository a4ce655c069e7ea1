import { keptRows } from '../database/pool.ts'
import { type Sql, sql, statement } from '../database/sql.ts'
import { selection } from '../storage/selection.ts'
import type { Caller } from './caller.ts'
import type { RowChoice } from './row-choice.ts'

export interface RowCount {
  readonly value: number
  readonly exact: boolean
}

/** Below this the planner's guess is replaced by a count, which then costs little. */
const countBelow = 5000

/** How many rows there are: counted, or as the planner guesses (a count costs as much as five lists). */
export const countRows = async (caller: Caller, choice: RowChoice, isExact: boolean): Promise<RowCount> => {
  const chosen = selection(choice.source, choice.predicate)
  const from = sql`from ${choice.rows} ${chosen.joins} where ${choice.conditions} and ${chosen.where}`
  if (!isExact) {
    const guess = await estimate(caller, from)
    if (guess > countBelow) return { value: guess, exact: false }
  }
  const counted = sql`select count(*) ${from}`
  const [row] = await keptRows(caller.database, counted)
  return { value: Number(row?.[0] ?? 0), exact: true }
}

const estimate = async (caller: Caller, from: Sql): Promise<number> => {
  const { text, values } = statement(sql`explain (format json) select 1 ${from}`)
  const result = await caller.database.query<{ 'QUERY PLAN': readonly { Plan: { 'Plan Rows': number } }[] }>({
    text,
    values: [...values],
  })
  return Math.round(result.rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0)
}
