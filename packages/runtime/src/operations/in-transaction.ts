import { transaction } from '../database/pool.ts'
import type { Caller } from './caller.ts'

/** Runs several changes as one; inside an open transaction it joins that one, so no second connection is ever taken. */
export const inTransaction = <Result>(caller: Caller, work: (caller: Caller) => Promise<Result>): Promise<Result> =>
  caller.database === caller.pool ? transaction(caller.pool, (database) => work({ ...caller, database })) : work(caller)
