import pg from 'pg'
import { run, transaction } from '../database/pool.ts'
import { raw } from '../database/sql.ts'
import { isStalePlan } from '../database/stale-plan.ts'
import type { Caller } from './caller.ts'

/** How often an act is begun anew when PostgreSQL ends it in favour of another one. */
const attempts = 5

/** Runs several changes as one; inside an open transaction it joins that one, so no second connection is ever taken. */
export const inTransaction = async <Result>(
  caller: Caller,
  work: (caller: Caller) => Promise<Result>,
): Promise<Result> => {
  if (caller.database !== caller.pool) return work(caller)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction(caller.pool, (database) => work({ ...caller, database }))
    } catch (error) {
      if (!(isDeadlock(error) || isStalePlan(error)) || attempt === attempts) throw error
    }
  }
}

/** Two acts that wait for each other's rows: one of them was rolled back and can simply be done again. */
const isDeadlock = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001')

/** Runs work whose changes are kept only if something comes of it; inside an open transaction nothing else is undone. */
export const unlessUndone = async <Result>(
  caller: Caller,
  work: (caller: Caller) => Promise<Result | undefined>,
): Promise<Result | undefined> => {
  if (caller.database === caller.pool) {
    return inTransaction(caller, async (inside) => {
      const result = await work(inside)
      if (result === undefined) throw new Undone()
      return result
    }).catch((error: unknown) => {
      if (error instanceof Undone) return undefined
      throw error
    })
  }
  await run(caller.database, raw('savepoint tentative'))
  const result = await work(caller)
  await run(
    caller.database,
    raw(result === undefined ? 'rollback to savepoint tentative' : 'release savepoint tentative'),
  )
  return result
}

class Undone extends Error {}
